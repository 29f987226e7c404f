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

/** @param columns name, what to say of a row, and whether that is a number */
export function table(columns, rows) {
  const head = columns.map(([name, , number]) => element('th', { scope: 'col', ...kind(number) }, name));
  const body = rows.map(row => element('tr', {}, ...columns.map(([, say, number], index) =>
    index === 0
      ? element('th', { scope: 'row' }, say(row))
      : element('td', kind(number), say(row)))));
  return element('div', { class: 'scrolls', tabindex: '0' },
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body)));
}

function kind(number) {
  return number ? { class: 'number' } : {};
}
