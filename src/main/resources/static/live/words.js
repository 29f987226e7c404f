// The page is in English; the times are those of whoever looks.
const LANGUAGE = 'en-GB';
const DAY = 86400000;

const moment = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'medium' });
const minute = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(LANGUAGE, { timeStyle: 'short' });
const seconds = new Intl.DateTimeFormat(LANGUAGE, { timeStyle: 'medium' });
const dayOfYear = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short' });
const dayAndClock = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const value = new Intl.NumberFormat(LANGUAGE, { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat(LANGUAGE);
const amount = new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const number = figure => value.format(figure);

export const count = some => whole.format(some);

export const money = figure => amount.format(figure);

export const time = at => (at === null ? 'never' : moment.format(new Date(at)));

export const day = at => minute.format(new Date(at));

/** As short as it may be beside others so far apart, all within a span of so many milliseconds. */
export function tick(at, apart, span) {
  if (apart >= DAY) {
    return dayOfYear.format(at);
  }
  if (span > DAY) {
    return dayAndClock.format(at);
  }
  return (apart < 60000 ? seconds : clock).format(at);
}

export const channelName = channel => (channel === '' ? 'all channels' : channel);

/** @param others where it stands among; they tell whether its source must be named */
export function seriesName(one, others) {
  const twins = new Set(others
    .filter(other => other.metric === one.metric && other.channel === one.channel)
    .map(other => other.source));
  return channelName(one.channel) + (twins.size > 1 ? ` (${one.source})` : '');
}

export function limitInWords(limit) {
  const back = limit.release === null || limit.release === limit.threshold ? '' : `, again after ${number(limit.release)}`;
  return `${limit.when} ${number(limit.threshold)}${back}`;
}
