import { drawCharts } from './charts.js';
import { element, show } from './dom.js';
import { showActions, showBudgets, showLatest, showSources } from './tables.js';
import { day, time, zone } from './words.js';

const EVERY = 5000;
// What stands in the address before the path (a name and a password) must not be part of a call.
const DATA = new URL('metrics', location.origin + location.pathname);

const state = document.getElementById('state');
const trouble = document.getElementById('trouble');
const main = document.getElementById('live');

let next;
let asking = false;
let heardAt = null;

function section(id) {
  return document.getElementById(id) ?? main.appendChild(element('section', { id }));
}

function showState(metrics) {
  const { campaign } = metrics;
  const suspended = metrics.sources.filter(source => source.suspendedAt !== null).map(source => source.name);
  show(state,
    campaign.endedAt === null ? `Live until ${day(campaign.liveUntil)}` : `Ended ${day(campaign.endedAt)}`,
    ' · ',
    campaign.automatic ? 'automatic action is on' : element('span', { class: 'warns' }, 'automatic action is off'),
    ' · ',
    suspended.length === 0 ? 'no source suspended' : element('span', { class: 'warns' }, `suspended: ${suspended.join(', ')}`));
}

function showAll(metrics) {
  if (metrics.campaign.liveFrom === null) {
    return;
  }
  showState(metrics);
  showLatest(section('latest'), metrics);
  drawCharts(section('charts'), metrics);
  showActions(section('actions'), metrics);
  showBudgets(section('budgets'), metrics);
  showSources(section('sources'), metrics);
  show(document.getElementById('hint'),
    `Lines: readings that count. Hollow marks: readings that do not (circle: stale, diamond: rejected).`
    + ` Upright lines: actions, by their number. Times are those of ${zone}.`);
}

function showSignIn() {
  show(trouble, 'You are signed out. ', element('a', { href: location.pathname }, 'Sign in again'));
}

async function ask() {
  const answer = await fetch(DATA, { headers: { Accept: 'application/json' } });
  if (answer.status === 401) {
    showSignIn();
    return;
  }
  if (!answer.ok) {
    throw new Error(`the application answers ${answer.status}`);
  }
  showAll(await answer.json());
  heardAt = new Date();
  show(trouble, '');
}

async function refresh() {
  if (asking || document.hidden) {
    return;
  }
  clearTimeout(next);
  asking = true;
  try {
    await ask();
  } catch (failure) {
    const since = heardAt === null ? '' : ` The figures are those of ${time(heardAt)}.`;
    show(trouble, `No new figures (${failure.message}); trying again.${since}`);
  } finally {
    asking = false;
    next = setTimeout(refresh, EVERY);
  }
}

document.addEventListener('visibilitychange', refresh);
refresh();
