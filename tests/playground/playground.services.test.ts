import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../browser.ts';
import { type RunningProgram, run, temporaryFolder } from '../process.ts';

const data = temporaryFolder();
let tessera: RunningProgram;
let browser: Browser;
let page: Page;
let address: string;
const complaints: string[] = [];

beforeAll(async () => {
  tessera = run(['main.ts'], { PORT: '0', DATA_DIR: data.path });
  address = (await tessera.printed(/playground\s+(\S+)/))[1] as string;
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url()))
      complaints.push(`asked ${request.url()}`);
  });
  await page.goto(address);
  await page.waitForSelector('.graphiql-execute-button');
});
afterAll(async () => {
  await browser.close();
  await tessera[Symbol.asyncDispose]();
  data[Symbol.dispose]();
});

describe('the playground', () => {
  it('opens with our operations in tabs, the customer first', async () => {
    const tabs = await page.locator('.graphiql-tab').allInnerTexts();
    expect(tabs.map((tab) => tab.trim())).toEqual(
      expect.arrayContaining(['Customer', 'Customers', 'ProductCatalogue']),
    );
    expect(tabs[0]?.trim()).toBe('Customer');
  });

  it('runs the first query with the token that is filled in', async () => {
    await page.click('.graphiql-execute-button');
    const answer = page.locator('.result-window');
    await expect.poll(() => answer.innerText(), { timeout: 15_000 }).toContain('"Billye"');
    const text = (await answer.innerText()).replaceAll(/\u00a0/g, ' ');
    expect(text).toContain('"subscriptionStatus": "ACTIVE"');
    expect(text).not.toContain('"errors"');
  });

  it('shows the schema’s documentation', async () => {
    await page.click('[aria-label="Show Documentation Explorer"]');
    const docs = page.locator('.graphiql-doc-explorer');
    await expect.poll(() => docs.innerText(), { timeout: 15_000 }).toContain('CustomerSubscription');
    await docs.getByText('Query', { exact: true }).first().click();
    await expect.poll(() => docs.innerText()).toContain('The catalogue, a page at a time.');
  });

  it('asks nobody else for anything, and has nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
