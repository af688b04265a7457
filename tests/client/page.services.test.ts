import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageServer } from '../../client/samples/page/serve.ts';
import { startBrowser } from '../browser.ts';
import { type ListeningGraph, listenGraph } from './listening-graph.ts';

describe('the sample without a framework, in a browser', () => {
  let graph: ListeningGraph;
  let browser: Browser;
  const server = () => createPageServer(new URL(graph.url));
  let running: ReturnType<typeof server>;
  let page: string;

  beforeAll(async () => {
    spawnSync('node_modules/.bin/tsc', ['-p', 'client/samples/page'], { stdio: 'inherit' });
    graph = await listenGraph();
    running = server().listen(0, '127.0.0.1');
    await new Promise((resolve) => running.once('listening', resolve));
    page = `http://127.0.0.1:${(running.address() as AddressInfo).port}/`;
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    running?.closeAllConnections();
    running?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  it('lists products, and more of them', async () => {
    const tab = await browser.newPage();
    await tab.goto(page);
    await tab.locator('#products tr').nth(9).waitFor();
    expect(await tab.locator('#products tr').count()).toBe(10);
    await tab.getByText('More').click();
    await tab.locator('#products tr').nth(19).waitFor();
    expect(await tab.locator('[role=alert]').textContent()).toBe('');
  });

  it('signs a customer in, and says what is wrong with a password', async () => {
    const tab = await browser.newPage();
    await tab.goto(page);
    await tab.getByLabel('Password').fill('wrong');
    await tab.getByText('Sign in').click();
    await tab.getByText('The login or the password is wrong.').waitFor();
    await tab.getByLabel('Password').fill('tessera-demo');
    await tab.getByText('Sign in').click();
    await tab.getByText('Hello Billye, subscriber of Curio.').waitFor();
    expect(await tab.locator('#sign-in').isHidden()).toBe(true);
  });

  it('says that the graph is away, after it has tried again', async () => {
    const tab = await browser.newPage();
    let attempts = 0;
    await tab.route('**/graphql', (route) => {
      attempts++;
      return route.abort();
    });
    await tab.goto(page);
    await tab.locator('[role=alert]:not(:empty)').waitFor();
    expect(attempts).toBe(3);
  });
});
