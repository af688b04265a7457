import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER_PROGRAMS, installMissing, pathOf } from '../tools/services/packages.ts';

/** Starts Debian's Chromium without a window, installing it when it is missing. */
export async function startBrowser(): Promise<Browser> {
  await installMissing(BROWSER_PROGRAMS, join(tmpdir(), 'tessera-browser.log'), (line) =>
    process.stderr.write(`${line}\n`),
  );
  return chromium.launch({
    executablePath: pathOf('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
