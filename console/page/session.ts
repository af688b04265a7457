import {
  type Client,
  ConsoleViewerDocument,
  type ConsoleViewerQuery,
  createClient,
  SignInDocument,
} from '../../client/index.ts';
import { type Claims, readClaims } from '../claims.ts';
import { find, h, openDialog, tell } from './dom.ts';
import { troubleBox } from './trouble-box.ts';

const KEY = 'tessera.token';

/** On one machine with keys of its own, the page comes with a token. */
const given = find<HTMLMetaElement>('meta[name=token]').getAttribute('content') || null;
// Of this tab alone, and gone with it.
let token = sessionStorage.getItem(KEY) ?? given;
let user: ConsoleViewerQuery['me'] | null = null;
let asking: HTMLDialogElement | null = null;
let changed = (): void => {};

const client = createClient({
  url: '/graphql',
  token: () => token,
  headers: { 'apollographql-client-name': 'console' },
});

/** The user who is signed in; null for a token that is no user's. */
export const viewer = () => user;

export const claims = (): Claims | null => (token === null ? null : readClaims(token));

/** Asks the graph; where the token has expired, asks for another one as well. */
export const ask: Client['execute'] = async (document, ...args) => {
  const used = token;
  const result = await client.execute(document, ...args);
  const ended = result.kind === 'error' && result.errors.some(({ code }) => code === 'UNAUTHENTICATED');
  if (ended && used === token) {
    sessionStorage.removeItem(KEY);
    askToSignIn('The session has ended. Sign in again; what you typed is still there.');
  }
  return result;
};

/** Begins: `onChange` is called when there is a token, and each time that it is another one. */
export async function begin(onChange: () => void): Promise<void> {
  changed = onChange;
  if (token === null) askToSignIn(null);
  else await enter();
}

async function enter(): Promise<void> {
  const result = await ask(ConsoleViewerDocument);
  user = result.kind === 'error' ? null : result.data.me;
  showWho();
  changed();
}

function showWho(): void {
  const own = token !== given;
  const name = user ? `${user.firstName} ${user.lastName}` : (claims()?.subject ?? 'nobody');
  find('#who').replaceChildren(
    h('span', { class: 'name' }, name, claims()?.isAdmin === false && ' (no admin)'),
    token !== null && own
      ? h('button', { type: 'button', click: signOut }, 'Sign out')
      : h('button', { type: 'button', click: () => askToSignIn(null) }, 'Sign in'),
  );
}

function signOut(): void {
  sessionStorage.removeItem(KEY);
  token = given;
  user = null;
  tell('Signed out.');
  if (token === null) {
    showWho();
    changed();
    askToSignIn(null);
  } else void enter();
}

/** Over everything, an open form included, which is as it was afterwards. */
function askToSignIn(why: string | null): void {
  if (asking) return;
  const fault = h('div', { class: 'fault' });
  const field = (name: string, label: string, attributes: Record<string, string>) =>
    h('label', {}, label, h('input', { name, required: true, ...attributes }));
  const submit = h('button', { type: 'submit', class: 'primary' }, 'Sign in');
  const form = h(
    'form',
    {},
    h('h2', { id: 'sign-in-title' }, 'Sign in'),
    h('p', {}, why ?? 'The console is for admins; others may look at the catalogue and like.'),
    fault,
    field('login', 'Username or e-mail', { autocomplete: 'username', autocapitalize: 'none' }),
    field('password', 'Password', { type: 'password', autocomplete: 'current-password' }),
    h(
      'div',
      { class: 'buttons' },
      submit,
      token !== null && !why && h('button', { type: 'button', click: () => dialog.close() }, 'Cancel'),
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    const entries = new FormData(form);
    const input = { login: String(entries.get('login')), password: String(entries.get('password')) };
    const result = await client.execute(SignInDocument, { input });
    submit.disabled = false;
    const payload = result.kind === 'error' ? null : result.data.signIn;
    if (payload?.token) {
      token = payload.token;
      sessionStorage.setItem(KEY, token);
      dialog.close();
      tell(`Signed in as ${payload.user?.firstName ?? input.login}.`);
      return enter();
    }
    fault.replaceChildren(
      payload?.userErrors.length
        ? h(
            'p',
            { role: 'alert', class: 'error' },
            payload.userErrors.map(({ message }) => message).join(' '),
          )
        : troubleBox('Signing in failed.', result.kind === 'data' ? [] : result.errors),
    );
    find<HTMLInputElement>('[name=password]', form).select();
  });
  const dialog = h('dialog', { class: 'small', 'aria-labelledby': 'sign-in-title' }, form);
  // Without a token there is nothing behind it to go back to.
  dialog.addEventListener('cancel', (event) => {
    if (token === null) event.preventDefault();
  });
  dialog.addEventListener('close', () => {
    asking = null;
  });
  asking = openDialog(dialog);
}
