/*
 * Whoever reads a gate's review but may not decide it gets no button for it: the review's form says why. The engine
 * lets everybody claim and complete who may see the task so far as Tasklist knows, and refuses only afterwards.
 *
 * This marks the page, styles/user-styles.css hides the controls, so Tasklist may draw itself anew as it likes. Where
 * something fails, Tasklist stays as it is; the server refuses anyway.
 */
const REVIEW = 'userTask_reviewGate';
const MARK = 'may-not-decide';

const engine = location.pathname.match(/\/app\/tasklist\/([^/]+)/)?.[1] ?? 'default';
const tasks = `${window.tasklistConf.apiUri}/engine/${engine}/task/`;

let selected = null;

const read = async address => {
  const answer = await fetch(address, {headers: {Accept: 'application/json'}});
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.json();
};

const mayDecide = async task => {
  const address = tasks + encodeURIComponent(task);
  if ((await read(address)).taskDefinitionKey !== REVIEW) {
    return true;
  }
  const {authority} = await read(`${address}/form-variables?variableNames=authority`);
  return !authority || JSON.parse(authority.value).mayDecide !== false;
};

const lookAt = async task => {
  document.body.classList.remove(MARK);
  if (task) {
    const may = await mayDecide(task);
    // Somebody may have gone on to another task meanwhile.
    if (task === selected) {
      document.body.classList.toggle(MARK, !may);
    }
  }
};

const follow = () => {
  const task = new URLSearchParams(location.hash.split('?')[1]).get('task');
  if (task !== selected) {
    selected = task;
    lookAt(task).catch(failure => console.warn(failure));
  }
};

// Tasklist changes its address without an event; but whatever it selects, it draws.
new MutationObserver(follow).observe(document.body, {childList: true, subtree: true});
follow();
