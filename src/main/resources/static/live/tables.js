import { element, show, table } from './dom.js';
import { channelName, count, limitInWords, money, number, time } from './words.js';

const last = list => list[list.length - 1];

export function showLatest(place, metrics) {
  show(place,
    element('h2', {}, 'Latest values'),
    metrics.series.length === 0
      ? element('p', {}, 'No reading counts yet.')
      : table([
          ['Metric', one => one.metric],
          ['Channel', one => channelName(one.channel)],
          ['Value', one => number(last(one.points).value), 'number'],
          ['Observed', one => time(last(one.points).at), 'time'],
          ['Source', one => one.source],
          ['Rules act', one => limits(metrics, one)],
        ], metrics.series));
}

function limits(metrics, one) {
  const rules = new Map();
  metrics.thresholds
    .filter(limit => limit.metric === one.metric && limit.channel === one.channel)
    .forEach(limit => rules.set(limitInWords(limit), [...(rules.get(limitInWords(limit)) ?? []), limit.rule]));
  return [...rules].map(([limit, names]) => `${limit}: ${names.join(', ')}`).join('; ') || 'no rule';
}

export function showBudgets(place, metrics) {
  show(place,
    element('h2', {}, 'Budgets'),
    metrics.budgets.length === 0
      ? element('p', {}, 'The campaign has no budget by channel.')
      : table([
          ['Channel', one => one.channel],
          ['Planned', one => money(one.planned), 'number'],
          ['Now', one => money(one.now), 'number'],
        ], metrics.budgets));
}

export function showActions(place, metrics) {
  show(place,
    element('h2', {}, 'Actions'),
    metrics.actions.length === 0
      ? element('p', {}, 'No rule has asked for anything yet.')
      : table([
          ['No.', one => String(one.number)],
          ['At', one => time(one.at), 'time'],
          ['What', one => one.what],
          ['State', one => one.outcome],
          ['Why', one => one.reason],
          ['Rule', one => one.rule],
          ['Decided by', one => one.decidedBy ?? 'the rule'],
        ], [...metrics.actions].reverse()));
}

export function showSources(place, metrics) {
  show(place,
    element('h2', {}, 'Sources'),
    metrics.sources.length === 0
      ? element('p', {}, 'No source is known yet.')
      : table([
          ['Source', one => one.name],
          ['Owner', one => one.owner ?? 'unknown'],
          ['Last heard', one => time(one.lastHeardAt), 'time'],
          ['State', sourceState],
          ['Applied', one => count(one.applied), 'number'],
          ['Duplicate', one => count(one.duplicate), 'number'],
          ['Stale', one => count(one.stale), 'number'],
          ['Rejected', one => count(one.rejected), 'number'],
        ], metrics.sources));
}

function sourceState(one) {
  const states = [
    one.suspendedAt === null ? null : `suspended since ${time(one.suspendedAt)}`,
    one.doubtedAt === null ? null : `somebody is looking at its data since ${time(one.doubtedAt)}`];
  return states.filter(state => state !== null).join('; ') || 'its rules act';
}
