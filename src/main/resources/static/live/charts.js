import { element } from './dom.js';
import { channelName, money, number, seriesName, tick, time } from './words.js';

/** Told apart by people who see few colours as well (Okabe and Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#6b4c9a', '#000000'];
const MARK = '#56606e';
const WHITE = '#ffffff';
const ROOM = 0.08;
const MOST_TICKS = 7;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND,
  MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR,
  DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 91 * DAY];
const HOLLOW = {
  STALE: { name: 'stale', pointStyle: 'circle' },
  REJECTED: { name: 'rejected', pointStyle: 'rectRot' },
};

const colours = new Map();
const figures = new Map();

const moment = at => Date.parse(at);

/** A channel has one colour in all charts. */
function colour(channel) {
  if (!colours.has(channel)) {
    colours.set(channel, COLOURS[colours.size % COLOURS.length]);
  }
  return colours.get(channel);
}

/** Draws all charts anew within what is drawn already, so that nothing jumps. */
export function drawCharts(place, metrics) {
  metrics.budgets.forEach(budget => colour(budget.channel));
  const names = [...new Set([...metrics.series, ...metrics.doubted].map(one => one.metric))].sort();
  const wanted = [
    ...names.map(name => ['metric ' + name, name, metricChart(name, metrics)]),
    ...(metrics.budgets.length === 0 ? [] : [['budget', 'Budget by channel', budgetChart(metrics)]])];
  forget(new Set(wanted.map(([id]) => id)));
  wanted.forEach(([id, title, chart]) => draw(place, id, title, chart));
}

function forget(kept) {
  [...figures.keys()].filter(id => !kept.has(id)).forEach(id => {
    figures.get(id).chart.destroy();
    figures.get(id).figure.remove();
    figures.delete(id);
  });
}

function draw(place, id, title, wanted) {
  if (!figures.has(id)) {
    figures.set(id, frame(place, title, wanted));
  }
  const { canvas, chart } = figures.get(id);
  chart.data.datasets = wanted.datasets.map(next => {
    const shown = chart.data.datasets.find(one => one.label === next.label);
    return shown ? Object.assign(shown, next) : next;
  });
  Object.assign(chart.options.scales.x, wanted.x);
  Object.assign(chart.options.scales.y, wanted.y);
  chart.options.plugins.annotation.annotations = wanted.annotations;
  chart.update('none');
  canvas.setAttribute('aria-label', wanted.summary);
}

function frame(place, title, wanted) {
  const canvas = element('canvas', { role: 'img' });
  const figure = element('figure', {},
    element('figcaption', {}, element('h2', {}, title)),
    element('div', { class: 'canvas' }, canvas));
  const after = [...place.children].find(other => wanted.last !== true && other.dataset.last === 'true');
  figure.dataset.last = wanted.last === true;
  place.insertBefore(figure, after ?? null);
  return { figure, canvas, chart: new Chart(canvas, options(wanted)) };
}

function options(wanted) {
  return {
    type: 'line',
    data: { datasets: [] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      normalized: true,
      interaction: { mode: 'nearest', intersect: false },
      scales: {
        x: { type: 'linear', afterBuildTicks: ticks, ticks: { maxRotation: 0, callback: tickText, autoSkip: false } },
        y: { ticks: { callback: wanted.say, includeBounds: false } },
      },
      plugins: {
        legend: { position: 'bottom', labels: { usePointStyle: true } },
        tooltip: { callbacks: { title: items => items.map(item => time(item.raw.x))[0], label: item => hint(item, wanted) } },
        annotation: { annotations: {} },
      },
    },
  };
}

function hint(item, wanted) {
  const raw = item.raw;
  return `${item.dataset.label}: ${wanted.say(raw.value ?? raw.y)}${raw.more ?? ''}`;
}

/** Whole minutes, hours or days of the clock of whoever looks. */
function ticks(scale) {
  const step = STEPS.find(one => (scale.max - scale.min) / one <= MOST_TICKS) ?? STEPS[STEPS.length - 1];
  const shift = new Date(scale.min).getTimezoneOffset() * MINUTE;
  const found = [];
  for (let at = Math.ceil((scale.min - shift) / step) * step + shift; at <= scale.max; at += step) {
    found.push({ value: at });
  }
  scale.ticks = found;
}

function tickText(at, index, all) {
  const apart = all.length > 1 ? all[1].value - all[0].value : 0;
  return tick(at, apart, this.max - this.min);
}

function metricChart(name, metrics) {
  const series = metrics.series.filter(one => one.metric === name);
  const limits = metrics.thresholds.filter(one => one.metric === name);
  const doubted = metrics.doubted.filter(one => one.metric === name);
  const y = heights(series, limits, doubted);
  return {
    datasets: [...series.map(one => line(one, metrics.series)), ...hollows(doubted, y)],
    x: span(metrics),
    y,
    annotations: { ...limitLines(limits), ...actionMarks(metrics) },
    summary: summary(name, series, limits),
    say: number,
  };
}

function line(one, all) {
  const colourOfLine = colour(one.channel);
  const alone = one.points.length < 2;
  return {
    label: seriesName(one, all),
    data: one.points.map(point => ({ x: moment(point.at), y: point.value, more: spread(point) })),
    borderColor: colourOfLine,
    backgroundColor: colourOfLine,
    borderWidth: 2,
    pointRadius: one.points.length > 60 && !alone ? 0 : 3,
    pointHitRadius: 8,
    pointStyle: 'circle',
  };
}

function spread(point) {
  return point.readings > 1 ? ` (${point.readings} readings, ${number(point.low)} to ${number(point.high)})` : '';
}

/** Readings that do not count; those far off stand at the edge, so that they do not flatten the others. */
function hollows(doubted, y) {
  return [...grouped(doubted, one => one.verdict + ' ' + one.channel).values()].map(some => ({
    label: `${channelName(some[0].channel)}, ${HOLLOW[some[0].verdict].name}`,
    showLine: false,
    data: some.map(one => ({
      x: moment(one.at),
      y: Math.min(Math.max(one.value, y.min), y.max),
      value: one.value,
      more: `: ${one.reason ?? ''}`,
    })),
    borderColor: colour(some[0].channel),
    backgroundColor: WHITE,
    pointBackgroundColor: WHITE,
    pointBorderWidth: 2,
    pointRadius: 5,
    pointStyle: HOLLOW[some[0].verdict].pointStyle,
    clip: false,
  }));
}

function grouped(items, name) {
  const groups = new Map();
  items.forEach(item => groups.set(name(item), [...(groups.get(name(item)) ?? []), item]));
  return groups;
}

/** Room for all that counts, and for the limits; where nothing counts yet, for the rest. */
function heights(series, limits, doubted) {
  const counted = series.flatMap(one => one.points.map(point => point.value));
  const drawn = [...(counted.length > 0 ? counted : doubted.map(one => one.value)),
    ...limits.flatMap(limit => [limit.threshold, limit.release]).filter(value => value !== null)];
  const low = Math.min(...drawn);
  const high = Math.max(...drawn);
  const room = (high - low || Math.abs(high) || 1) * ROOM;
  return { min: low >= 0 ? Math.max(0, low - room) : low - room, max: high + room };
}

function span(metrics) {
  const min = moment(metrics.from);
  return { min, max: Math.max(moment(metrics.to), min + MINUTE) };
}

/** Rules that share a limit share its line. */
function limitLines(limits) {
  const lines = [];
  grouped(limits, limit => `${limit.channel} ${limit.when} ${limit.threshold}`).forEach(some => {
    const { channel, when, threshold } = some[0];
    lines.push(level(channel, threshold, [6, 4], `acts ${when} ${number(threshold)}: ${channelName(channel)}`));
  });
  const releases = limits.filter(limit => limit.release !== null && limit.release !== limit.threshold);
  grouped(releases, limit => `${limit.channel} ${limit.release}`).forEach(some => {
    const { channel, release } = some[0];
    lines.push(level(channel, release, [2, 4], `again after ${number(release)}: ${channelName(channel)}`));
  });
  return Object.fromEntries(lines.map((one, index) => ['limit' + index, one]));
}

function level(channel, value, borderDash, content) {
  return {
    type: 'line',
    yMin: value,
    yMax: value,
    borderColor: colour(channel),
    borderWidth: 1.5,
    borderDash,
    adjustScaleRange: false,
    label: {
      display: true, content, position: 'end', yAdjust: -9, padding: 2,
      backgroundColor: 'rgba(255, 255, 255, 0.8)', color: colour(channel), font: { size: 11, weight: 'normal' },
    },
  };
}

/** A line for each moment at which something was done, with the numbers that the list of actions has. */
function actionMarks(metrics) {
  const { min, max } = span(metrics);
  const width = (max - min) / 24;
  const marks = [];
  metrics.actions.filter(one => moment(one.at) >= min && moment(one.at) <= max).forEach(one => {
    const at = moment(one.at);
    const last = marks[marks.length - 1];
    if (last !== undefined && at - last.at <= width) {
      last.numbers.push(one.number);
    } else {
      marks.push({ at, numbers: [one.number] });
    }
  });
  return Object.fromEntries(marks.map((mark, index) => ['action' + index, {
    type: 'line',
    xMin: mark.at,
    xMax: mark.at,
    borderColor: MARK,
    borderWidth: 1,
    adjustScaleRange: false,
    label: {
      display: true, content: numbers(mark.numbers), position: 'start', padding: 3,
      backgroundColor: MARK, color: WHITE, font: { size: 11 },
    },
  }]));
}

function numbers(some) {
  return some.length > 2 ? `${some[0]}–${some[some.length - 1]}` : some.join(', ');
}

function summary(name, series, limits) {
  const latest = series.map(one => {
    const point = one.points[one.points.length - 1];
    return `${channelName(one.channel)} ${number(point.value)} at ${time(point.at)}`;
  });
  const bounds = [...new Set(limits.map(one => `acts ${one.when} ${number(one.threshold)} for ${channelName(one.channel)}`))];
  return [`${name} over time`, ...latest, ...bounds].join('; ');
}

function budgetChart(metrics) {
  const { min, max } = span(metrics);
  const amounts = metrics.budgets.flatMap(budget => budget.steps.map(step => step.amount));
  const high = Math.max(...amounts, 1);
  return {
    datasets: metrics.budgets.map(budget => ({
      label: budget.channel,
      data: budget.steps.map(step => ({ x: moment(step.at), y: step.amount })),
      stepped: true,
      borderColor: colour(budget.channel),
      backgroundColor: colour(budget.channel),
      borderWidth: 2,
      pointRadius: 2,
      pointHitRadius: 8,
      pointStyle: 'circle',
    })),
    x: { min, max },
    y: { min: 0, max: high + high * ROOM },
    annotations: actionMarks(metrics),
    summary: ['Budget by channel over time', ...metrics.budgets.map(budget => `${budget.channel} ${money(budget.now)}`)].join('; '),
    say: money,
    last: true,
  };
}
