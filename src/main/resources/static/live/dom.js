/** An element with what belongs into it; strings become text, whatever is in them. */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
  made.append(...content.map(part => part ?? ''));
  return made;
}

/** Replaces what a place shows; leaves it alone where it shows the same already, so that nothing flickers. */
export function show(place, ...content) {
  const next = element(place.localName, {}, ...content);
  if (!sameChildren(place, next)) {
    place.replaceChildren(...next.childNodes);
  }
}

function sameChildren(place, next) {
  return place.childNodes.length === next.childNodes.length
    && [...place.childNodes].every((child, index) => child.isEqualNode(next.childNodes[index]));
}

/** @param columns name, what to say of a row, and how it stands: number, time, or as it comes */
export function table(columns, rows) {
  const head = columns.map(([name, , style]) => element('th', { scope: 'col', ...kind(style) }, name));
  const body = rows.map(row => element('tr', {}, ...columns.map(([, say, style], index) =>
    index === 0
      ? element('th', { scope: 'row' }, say(row))
      : element('td', kind(style), say(row)))));
  return element('div', { class: 'scrolls', tabindex: '0' },
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body)));
}

function kind(style) {
  return style === undefined ? {} : { class: style };
}
