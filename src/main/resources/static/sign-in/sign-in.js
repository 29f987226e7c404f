// The login of the web applications that everybody has who has any of them.
const LOGIN = '/camunda/api/admin/auth/user/default/login/welcome';
const HOME = '/';

const form = document.forms.signinForm;
const trouble = document.getElementById('trouble');
const button = form.querySelector('button');

// Read as the browser would go there; only an address of this application counts.
function addressOf(text) {
  try {
    const address = new URL(text, location.origin);
    return address.origin === location.origin ? address : new URL(HOME, location.origin);
  } catch {
    return new URL(HOME, location.origin);
  }
}

function wanted() {
  const address = addressOf(new URLSearchParams(location.search).get('to') ?? HOME);
  address.hash ||= location.hash;
  return address;
}

async function reason(answer) {
  if (answer.status === 401) {
    return 'The name or the password is wrong.';
  }
  const { message } = await answer.json().catch(() => ({}));
  return message ?? `Signing in failed: the application answers ${answer.status}.`;
}

async function signIn() {
  const answer = await fetch(LOGIN, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams(new FormData(form))
  });
  if (answer.ok) {
    location.replace(wanted());
  } else {
    trouble.textContent = await reason(answer);
    form.elements.password.select();
  }
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  trouble.textContent = '';
  button.disabled = true;
  try {
    await signIn();
  } catch {
    trouble.textContent = 'The application does not answer. Try again in a moment.';
  } finally {
    button.disabled = false;
  }
});
