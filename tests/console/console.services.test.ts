import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import Sqlite from 'better-sqlite3';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '../browser.ts';
import { type RunningProgram, run, temporaryFolder } from '../process.ts';

const data = temporaryFolder();
let tessera: RunningProgram;
let browser: Browser;
let address: string;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  tessera = run(['main.ts'], { PORT: '0', DATA_DIR: data.path, DATABASE_URL: '', BROKER_URL: '' });
  address = (await tessera.printed(/console\s+(\S+)/))[1] as string;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await tessera?.[Symbol.asyncDispose]();
  data[Symbol.dispose]();
});
beforeEach(async () => {
  page = await open();
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

/** A tab of its own that asks nobody but the console's server for anything, and has nothing to complain about. */
async function open(options: BrowserContextOptions = {}, at = address): Promise<Page> {
  await context?.close();
  complaints = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const opened = await context.newPage();
  opened.setDefaultTimeout(15_000);
  const { origin } = new URL(at);
  opened.on('pageerror', ({ message }) => complaints.push(message));
  opened.on('console', (message) => {
    // A request that was refused is one of those, too; the page tells of it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  opened.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      complaints.push(`asked ${request.url()}`);
  });
  return opened;
}

const rows = () => page.locator('.products tbody tr');
const row = (name: string) => rows().filter({ hasText: name });
const status = () => page.locator('#status');
const dialog = () => page.locator('dialog');
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Expects what a page comes to, on a busy machine later. */
const soon = <Value>(look: () => Value) => expect.poll(look, { timeout: 15_000 });

/** What has the focus: a field by its id, anything else by what it is called. */
const focused = () =>
  page.evaluate<string>(
    "(({ id, ariaLabel, textContent }) => id.startsWith('field-') ? '#' + id : ariaLabel ?? textContent)(document.activeElement)",
  );

/** Waits until the list has been loaded. */
async function listed(): Promise<void> {
  await page.locator('.results:not([aria-busy]) :is(table, .empty a, .trouble)').first().waitFor();
}

async function goTo(search = ''): Promise<void> {
  await page.goto(`${address}${search}`);
  await listed();
}

async function names(): Promise<string[]> {
  await listed();
  return page.locator('.products tbody .name').allInnerTexts();
}

/** Runs an operation as the local admin, beside the page. */
async function ask(query: string, variables: Record<string, unknown>): Promise<unknown> {
  const html = await (await fetch(address)).text();
  const token = /name="token" content="([^"]+)"/.exec(html)?.[1];
  const response = await fetch(new URL('/graphql', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  expect(answer.errors).toBeUndefined();
  return Object.values(answer.data)[0];
}

async function addProduct(symbol: string, name: string): Promise<string> {
  const payload = (await ask(
    'mutation ($input: CreateProductInput!) { createProduct(input: $input) { product { id } userErrors { message } } }',
    { input: { symbol, kind: 'GOODS', name, price: '10.00', stock: 5 } },
  )) as { product: { id: string } };
  return payload.product.id;
}

const change = (input: Record<string, unknown>) =>
  ask(
    'mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { product { version } userErrors { message } } }',
    { input },
  );

async function signIn(login: string, password = 'tessera-demo'): Promise<void> {
  await dialog().getByLabel('Username or e-mail').fill(login);
  await dialog().getByLabel('Password').fill(password);
  await dialog().getByRole('button', { name: 'Sign in' }).click();
}

describe('the list of products', () => {
  it('is searched, sorted and kept in the address, through reloads and back', async () => {
    await goTo();
    expect(await rows().count()).toBe(20);
    await page.getByLabel('Sort by').selectOption('Dearest first');
    await page.getByLabel('Kind').selectOption('Goods');
    await soon(() => page.url()).toContain('kind=GOODS&orderBy=PRICE_DESC');
    const dearest = await names();
    await page.reload();
    expect(await names()).toEqual(dearest);
    expect(await page.getByLabel('Sort by').inputValue()).toBe('PRICE_DESC');
    await page.getByLabel('Name begins with').fill('Air');
    await soon(names).toEqual(['Air Quality Monitor']);
    await soon(() => status().textContent()).toBe('1 product, page 1.');
    await page.getByLabel('Name begins with').fill('Nothing is called so');
    await page.getByText('No product is like that.').waitFor();
    await page.getByText('Clear the filters').click();
    await soon(() => rows().count()).toBe(20);
  });

  it('is paged through forwards and backwards, also by the browser’s history and after a reload', async () => {
    await goTo('?size=10');
    const first = await names();
    await button('Next').click();
    await soon(names).not.toEqual(first);
    const second = await names();
    expect(second.filter((name) => first.includes(name))).toEqual([]);
    await button('Next').click();
    await page.getByText('10 products, page 3', { exact: true }).waitFor();
    await page.reload();
    await listed();
    await button('Previous').click();
    await soon(names).toEqual(second);
    await page.goBack();
    await page.getByText('10 products, page 3', { exact: true }).waitFor();
    await page.goBack();
    await soon(names).toEqual(second);
    // Somebody else who opens the link has no pages behind, but the first.
    const link = page.url();
    page = await open();
    await page.goto(link);
    await soon(names).toEqual(second);
    await button('First page').click();
    await soon(names).toEqual(first);
  });

  it('tells of a cursor that is none, with the code and the request’s id, and leads back', async () => {
    await goTo('?after=nonsense');
    const box = page.getByRole('alert');
    await soon(() => box.innerText()).toMatch(/BAD_USER_INPUT.*request [\w-]{36}/s);
    await page.getByText('First page').click();
    await soon(() => rows().count()).toBe(20);
  });

  it('says that the graph is away, and tries again when told', async () => {
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(address);
    await page.getByText('The products could not be loaded.').waitFor();
    await soon(() => page.getByRole('alert').innerText()).toContain('NETWORK_ERROR');
    await page.unroute('**/graphql');
    await button('Try again').click();
    await soon(() => rows().count()).toBe(20);
  });
});

describe('a product', () => {
  it('is added, changed, restocked and deleted', async () => {
    await goTo();
    await button('New product').click();
    await dialog().getByLabel('Name', { exact: true }).fill('Zither');
    await dialog().getByLabel('Symbol').fill('ZTH');
    await dialog().getByLabel('Price').fill('320');
    await dialog().getByLabel('Limit').selectOption('As many as');
    await dialog().getByLabel('Pieces').fill('4');
    await button('Add product').click();
    await soon(() => status().textContent()).toBe('Zither is in the catalogue.');
    expect(page.url()).toBe(address);

    await page.getByLabel('Name begins with').fill('Zither');
    await soon(names).toEqual(['Zither']);
    expect(await row('Zither').innerText()).toMatch(/ZTH.*320\.00 CAD\s+4\s+0/s);
    await button('Edit Zither').click();
    await dialog().getByLabel('Price').fill('299.50');
    await dialog().getByLabel('Change').selectOption('Add, or take off');
    await dialog().getByLabel('How many').fill('-1');
    await button('Save').click();
    await soon(() => row('Zither').innerText()).toMatch(/299\.50 CAD\s+3/);
    await soon(focused).toBe('Edit Zither');

    await button('Delete Zither').click();
    await button('Keep').click();
    await button('Delete Zither').click();
    await button('Delete').click();
    await page.getByText('No product is like that.').waitFor();
    await soon(() => status().textContent()).toBe('Zither is deleted.');
  });

  it('has what is wrong with it said beside the field, which has the focus then', async () => {
    await goTo('?product=new');
    await dialog().getByLabel('Name', { exact: true }).fill('Zither');
    await dialog().getByLabel('Symbol').fill('ABL');
    await dialog().getByLabel('Price').fill('a lot');
    await button('Add product').click();
    expect(await focused()).toBe('#field-price');
    await dialog().getByLabel('Price').fill('1');
    await button('Add product').click();
    await soon(() => page.locator('#error-symbol').innerText()).toContain('symbol');
    expect(await focused()).toBe('#field-symbol');
    expect(await page.locator('#field-symbol').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#field-price').getAttribute('aria-invalid')).toBeNull();
    await dialog().getByLabel('Symbol').fill('too long');
    await dialog().getByLabel('Price').fill('-5');
    await button('Add product').click();
    await soon(() => page.locator('.field .error:not(:empty)').count()).toBe(2);
  });

  it('of which a part was saved is listed so, when the rest is given up', async () => {
    await addProduct('ZA6', 'Gamelan');
    await goTo('?name=Gamelan');
    await button('Edit Gamelan').click();
    await dialog().getByLabel('Price').fill('77');
    await dialog().getByLabel('Change').selectOption('Add, or take off');
    await dialog().getByLabel('How many').fill('-6');
    await button('Save').click();
    await soon(() => page.locator('#error-stock').innerText()).toBe('Only 5 are in stock.');
    await soon(focused).toBe('#field-stock');
    page.once('dialog', (question) => question.accept());
    await button('Cancel').click();
    await soon(() => row('Gamelan').innerText()).toMatch(/77\.00 CAD\s+5/);
  });

  it('is not closed over a change of its stock alone, unless that may be lost', async () => {
    const id = await addProduct('ZA7', 'Harmonium');
    await goTo(`?product=${id}`);
    const questions: string[] = [];
    let answer = false;
    page.on('dialog', (question) => {
      questions.push(question.message());
      return answer ? question.accept() : question.dismiss();
    });
    await dialog().getByLabel('Change').selectOption('Add, or take off');
    await dialog().getByLabel('How many').fill('50');
    await page.keyboard.press('Escape');
    await soon(() => questions.length).toBe(1);
    expect(await dialog().getByLabel('How many').inputValue()).toBe('50');
    answer = true;
    await button('Cancel').click();
    await soon(() => dialog().count()).toBe(0);
    expect(questions).toEqual(Array(2).fill('Close it, and lose what you changed?'));
  });

  it('that somebody else changed meanwhile is not overwritten, but merged when told', async () => {
    const id = await addProduct('ZA1', 'Abacus');
    await goTo(`?product=${id}`);
    await dialog().getByLabel('Price').fill('12.00');
    await change({ id, description: 'For counting.', price: '11.00' });
    await button('Save').click();
    await page.getByText('Somebody else changed this product while you did').waitFor();
    const differences = await dialog().locator('.trouble tbody tr').allInnerTexts();
    expect(differences.map((text) => text.split(/\s*\t\s*/))).toEqual([
      ['Description', 'For counting.', 'not changed'],
      ['Price', '11.00', '12.00'],
    ]);
    await button('Save mine on top').click();
    await soon(() => status().textContent()).toBe('Abacus is saved.');
    expect(
      await ask('query ($id: ID!) { product(id: $id) { description price { amount } } }', { id }),
    ).toEqual({
      description: 'For counting.',
      price: { amount: '12.00' },
    });
  });

  it('that somebody else changed meanwhile can be taken as they have it', async () => {
    const id = await addProduct('ZA2', 'Banjo');
    await goTo(`?product=${id}`);
    await dialog().getByLabel('Name', { exact: true }).fill('Bandura');
    await change({ id, name: 'Balalaika' });
    await button('Save').click();
    await button('Take theirs').click();
    expect(await dialog().getByLabel('Name', { exact: true }).inputValue()).toBe('Balalaika');
    await dialog().getByLabel('Price').fill('13');
    await button('Save').click();
    await soon(() => status().textContent()).toBe('Balalaika is saved.');
  });

  it('that somebody else changed is deleted only when told again, and one that is gone is said to be', async () => {
    const id = await addProduct('ZA3', 'Cimbalom');
    await goTo('?name=Cimbalom');
    await change({ id, price: '99.00' });
    await button('Delete Cimbalom').click();
    await button('Delete').click();
    await page.getByText('It is now Cimbalom (ZA3) for 99.00 CAD.').waitFor();
    await button('Delete it anyway').click();
    await soon(() => status().textContent()).toBe('Cimbalom is deleted.');
    await goTo(`?product=${id}`);
    await page.getByText('There is no such product.').waitFor();
  });

  it('is added once, though the answer was lost', async () => {
    await goTo('?product=new');
    await dialog().getByLabel('Name', { exact: true }).fill('Dulcimer');
    await dialog().getByLabel('Symbol').fill('ZA4');
    await dialog().getByLabel('Price').fill('1');
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await button('Add product').click();
    await page.getByText('adding it again adds it once').waitFor();
    await page.unroute('**/graphql');
    await button('Add product').click();
    await soon(() => status().textContent()).toBe('Dulcimer is in the catalogue.');
  });
});

describe('whoever is signed in', () => {
  it('likes a product, and takes it back', async () => {
    await goTo('?name=Bike');
    await button('Sign in').click();
    await signIn('andrewgillis', 'wrong');
    await page.getByText('The login or the password is wrong.').waitFor();
    await signIn('andrewgillis');
    await page.getByText('Andrew Gillis').waitFor();
    await listed();
    const like = row('Bike Helmet').locator('.like');
    const before = [await like.getAttribute('aria-pressed'), await like.innerText()];
    await like.click();
    await soon(() => like.getAttribute('aria-pressed')).not.toBe(before[0]);
    await page.reload();
    await page.getByText('Andrew Gillis').waitFor();
    await like.click();
    await soon(async () => [await like.getAttribute('aria-pressed'), await like.innerText()]).toEqual(before);
    expect(await page.evaluate('[localStorage.length, location.href]')).toEqual([0, `${address}?name=Bike`]);
    await button('Sign out').click();
    await page.getByText('admin', { exact: true }).waitFor();
  });

  it('is told that likes are users’ where the token is no user’s', async () => {
    await goTo('?name=Bike');
    await row('Bike Helmet').locator('.like').click();
    await page.getByText('sign in as one').waitFor();
  });

  it('sees no more than the catalogue where that is no admin', async () => {
    await goTo();
    await button('Sign in').click();
    await signIn('billye.topes');
    await page.getByText('Billye Topes (no admin)').waitFor();
    await listed();
    expect(await page.getByRole('button', { name: /^(Edit|Delete|New) / }).count()).toBe(0);
    await page.getByRole('link', { name: 'Operations' }).click();
    await page.getByText('Operations are for admins').waitFor();
  });

  it('signs in again when the token has expired, and finds what was typed', async () => {
    const id = await addProduct('ZA5', 'Erhu');
    await goTo(`?product=${id}`);
    await dialog().getByLabel('Price').fill('14');
    await page.route('**/graphql', (route) =>
      route.fulfill({
        status: 401,
        json: {
          errors: [
            { message: 'The token has expired: sign in again.', extensions: { code: 'UNAUTHENTICATED' } },
          ],
        },
      }),
    );
    await button('Save').click();
    await page.getByText('The session has ended.').waitFor();
    await page.unroute('**/graphql');
    const asking = page.locator('dialog.small');
    await asking.getByLabel('Username or e-mail').fill('andrewgillis');
    await asking.getByLabel('Password').fill('tessera-demo');
    await asking.getByRole('button', { name: 'Sign in' }).click();
    await asking.waitFor({ state: 'detached' });
    expect(await dialog().getByLabel('Price').inputValue()).toBe('14');
    await button('Save').click();
    await soon(() => status().textContent()).toBe('Erhu is saved.');
  });
});

describe('operations', () => {
  it('start and stop the order feed, and show what it does', async () => {
    await page.goto(`${address}?view=operations`);
    const feed = page.getByRole('region', { name: 'Order feed' });
    await feed.getByRole('button', { name: 'Start the feed' }).click();
    await feed.getByText(/^Running since/).waitFor();
    await soon(() => feed.innerText()).toMatch(/[1-9]\d* orders? placed/);
    const runs = page.getByRole('region', { name: 'Workflow runs' });
    await runs
      .getByText(/Order:/)
      .first()
      .waitFor();
    await feed.getByRole('button', { name: 'Stop the feed' }).click();
    await feed.getByText('Stopped', { exact: true }).waitFor();
    const orders = page.getByRole('region', { name: 'Orders' });
    expect(await orders.innerText()).toMatch(/Processed\s+4,\d{3}\s+Average execution price\s+\d+\.\d\d CAD/);
    await page
      .getByRole('region', { name: 'Dead letters' })
      .getByText('None: every message was handled.')
      .waitFor();
    await runs.getByLabel('State').selectOption('Failed');
    await runs.getByText('No such runs.').waitFor();
    expect(page.url()).toContain('runs=FAILED');
  });

  const LETTER = {
    domain: 'orders',
    consumer: 'orders.copies',
    name: 'ProductUpdated',
    subject: 'Product:7',
    reason: 'HANDLER_FAILED',
    error: 'disk full',
    attempts: 9,
    message: '{"a": "letter"}',
  };

  /** The database of workflows, beside the program that has it open. */
  function openWorkflows() {
    const workflows = new Sqlite(join(data.path, 'workflows.sqlite'));
    return Object.assign(workflows, {
      insert: (table: string, row: Record<string, unknown>) =>
        workflows
          .prepare(`INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map(() => '?')})`)
          .run(...Object.values(row)),
      [Symbol.dispose]: () => void workflows.close(),
    });
  }

  it('lists dead letters, to be replayed or given up, and lets a run that failed go on', async () => {
    const id = '01900000-0000-7000-8000-000000000001';
    const at = '2026-01-01 00:00:00.000';
    using workflows = openWorkflows();
    const { insert } = workflows;
    insert('dead_letters', { ...LETTER, id, died_at: at });
    const { version } = workflows
      .prepare("SELECT version FROM workflow_definitions WHERE workflow = 'detection'")
      .get() as { version: string };
    const step = { command: 'AssessDetection', state: 'FAILED', attempts: 4, startedAt: null, endedAt: null };
    const steps = ['security', 'notification', 'report'].map((name) => ({ ...step, name, dueAt: null }));
    insert('workflow_runs', {
      id,
      workflow: 'detection',
      version,
      subject: 'Detection:1',
      state: 'FAILED',
      round: 0,
      steps: JSON.stringify(steps),
      started_at: at,
      updated_at: at,
    });

    await page.goto(`${address}?view=operations&runs=FAILED`);
    const letters = page.getByRole('region', { name: 'Dead letters' });
    await letters.getByText('Handler failed: disk full').waitFor();
    await letters.getByText('Message', { exact: true }).click();
    await letters.getByText('{"a": "letter"}').waitFor();
    await letters.getByRole('button', { name: 'Replay ProductUpdated about Product:7' }).click();
    await soon(() => status().textContent()).toBe('1 message handed to the consumers again.');
    const runs = page.getByRole('region', { name: 'Workflow runs' });
    await runs.getByRole('button', { name: 'Retry Detection:1' }).click();
    await soon(() => status().textContent()).toBe('Detection:1 goes on.');
    await runs.getByText('No such runs.').waitFor();
  });

  it('shows more dead letters where there are more, until all are there', async () => {
    using workflows = openWorkflows();
    for (let i = 0; i < 45; i++) {
      const time = String(i).padStart(2, '0');
      workflows.insert('dead_letters', {
        ...LETTER,
        id: `letter-${i}`,
        died_at: `2026-01-02 00:00:${time}.000`,
      });
    }
    await page.goto(`${address}?view=operations`);
    const letters = page.getByRole('region', { name: 'Dead letters' });
    const more = letters.getByRole('button', { name: 'Show more' });
    for (const shown of [20, 40]) {
      await soon(() => letters.getByRole('listitem').count()).toBe(shown);
      await more.click();
    }
    await soon(() => letters.getByRole('listitem').count()).toBe(45);
    expect(await more.count()).toBe(0);
    workflows.prepare("DELETE FROM dead_letters WHERE id LIKE 'letter-%'").run();
  });
});

describe('a dead subgraph', () => {
  const elsewhere = temporaryFolder();
  afterAll(() => elsewhere[Symbol.dispose]());

  /** The same graph, but for subgraphs that are at an address where nobody listens. */
  async function without(...subgraphs: readonly string[]): Promise<RunningProgram> {
    const nowhere = Object.fromEntries(
      subgraphs.map((name) => [`${name.toUpperCase()}_URL`, 'http://127.0.0.1:1/graphql']),
    );
    const settings = { PORT: '0', DATA_DIR: elsewhere.path, DATABASE_URL: '', BROKER_URL: '' };
    return run(['main.ts'], { ...settings, LOG_LEVEL: 'silent', ...nowhere });
  }

  it('costs its own part of the list, and of the operations', async () => {
    await using graph = await without('orders');
    const console = (await graph.printed(/console\s+(\S+)/))[1] as string;
    page = await open({}, console);
    await page.goto(console);
    await page.getByText('A part of this is missing').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(
      /SUBGRAPH_UNAVAILABLE from orders, request [\w-]{36}/,
    );
    expect(await rows().count()).toBe(20);
    expect(await page.locator('.missing').allInnerTexts()).toEqual(Array(20).fill('missing'));
    await page.getByRole('link', { name: 'Operations' }).click();
    await page.getByRole('region', { name: 'Order feed' }).getByText('Order feed: missing.').waitFor();
    await page.getByRole('region', { name: 'Orders' }).getByText('Orders: missing.').waitFor();
    await page.getByRole('region', { name: 'Dead letters' }).getByText('None: every message').waitFor();
    await page.getByRole('region', { name: 'Workflow runs' }).getByText('No such runs.').waitFor();
  });

  it('that has the products costs the list alone', async () => {
    await using graph = await without('products');
    const console = (await graph.printed(/console\s+(\S+)/))[1] as string;
    page = await open({}, console);
    await page.goto(`${console}?product=26`);
    await page.getByText('The products could not be loaded.').waitFor();
    await dialog().getByText('The product could not be loaded.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Operations' }).click();
    await page.getByRole('region', { name: 'Order feed' }).getByText('Stopped').waitFor();
  });
});

describe('the keyboard alone', () => {
  it('adds a product, changes it and deletes it', async () => {
    await goTo('?name=Fiddle');
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const tabTo = async (name: RegExp) => {
      for (let i = 0; i < 60; i++) {
        if (name.test(await focused())) return;
        await press('Tab');
      }
      throw new Error(`no Tab leads to ${name}`);
    };
    await press('Tab');
    await tabTo(/^To the content$/);
    await press('Enter');
    await tabTo(/^New product$/);
    await press('Enter');
    await page.keyboard.type('Fiddle');
    await press('Tab');
    await page.keyboard.type('ZFD');
    await press('Tab', 'Tab');
    await page.keyboard.type('80');
    await press('Enter');
    await soon(names).toEqual(['Fiddle']);
    await tabTo(/^Edit Fiddle$/);
    await press('Enter');
    await soon(focused).toBe('#field-name');
    await press('End');
    await page.keyboard.type(' of old');
    await press('Escape');
    // Kept: the question whether to lose it was answered with no.
    expect(await dialog().getByLabel('Name', { exact: true }).inputValue()).toBe('Fiddle of old');
    await press('Enter');
    await soon(names).toEqual(['Fiddle of old']);
    await tabTo(/^Delete Fiddle of old$/);
    await press('Enter');
    await soon(focused).toBe('Keep');
    await press('Shift+Tab', 'Enter');
    await page.getByText('No product is like that.').waitFor();
    expect(await focused()).toBe('Products');
  });
});

describe.each([
  ['wide and light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['narrow and dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
] as const)('accessibility, %s', (_, options) => {
  it.each([
    ['the list', '', '.products tbody tr'],
    ['an empty list', '?name=Nothing+is+called+so', '.empty a'],
    ['the editor', '?product=26', 'dialog form'],
    ['operations', '?view=operations', '.figures'],
    ['a failure', '?after=nonsense', '.trouble'],
  ])('has nothing to mend in %s', async (__, search, shown) => {
    page = await open(options);
    await page.goto(`${address}${search}`);
    await page.locator(shown).first().waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(options.viewport.width);
  });
});
