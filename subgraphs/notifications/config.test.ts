import { describe, expect, it } from 'vitest';
import { readNotificationsConfig } from './config.ts';

const secret = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;
const SECRET = secret(32);
const read = (url: string, whsec = SECRET) =>
  readNotificationsConfig({ THIRD_PARTY_WEBHOOK_URL: url, THIRD_PARTY_WEBHOOK_SECRET: whsec });

describe('the settings of webhooks', () => {
  it('are none by default', () => {
    expect(readNotificationsConfig({})).toEqual({
      processesInside: true,
      endpoints: { NOTIFICATION: null, THIRD_PARTY: null },
      webhookTimeoutMs: 10_000,
      retentionDays: null,
    });
  });

  it.each([
    'https://example.com/hooks?a=b',
    'http://localhost:8080/',
    'http://127.0.0.1/',
    'http://127.9.9.9/x',
    'http://[::1]:80/',
  ])('take %s', (url) => {
    expect(read(url).endpoints.THIRD_PARTY).toEqual({ url, secret: SECRET });
  });

  it.each([
    'http://example.com/',
    'http://10.0.0.1/',
    'http://localhost.example.com/',
    'http://127.0.0.1.example.com/',
    'ftp://localhost/',
    'https://user:password@example.com/',
    'https://example.com/#fragment',
    'example.com',
  ])('refuse %s in one line', (url) => {
    expect(() => read(url)).toThrow(
      /^wrong setting: THIRD_PARTY_WEBHOOK_URL: must be an https: address without credentials \(http: on this machine alone\)$/,
    );
  });

  it.each([SECRET.slice(6), secret(23), secret(65), 'whsec_not base64!', 'whsec_'])(
    'refuse the secret %s, and do not repeat it',
    (whsec) => {
      expect(() => read('https://example.com/', whsec)).toThrow(
        /^wrong setting: THIRD_PARTY_WEBHOOK_SECRET: must be whsec_ and then 24 to 64 bytes in Base64$/,
      );
    },
  );

  it('refuse an address without its secret, and a secret without its address', () => {
    expect(() => readNotificationsConfig({ NOTIFICATIONS_WEBHOOK_URL: 'https://example.com/' })).toThrow(
      'NOTIFICATIONS_WEBHOOK_SECRET must be set where NOTIFICATIONS_WEBHOOK_URL is',
    );
    expect(() => readNotificationsConfig({ NOTIFICATIONS_WEBHOOK_SECRET: SECRET })).toThrow(
      'NOTIFICATIONS_WEBHOOK_URL must be set where NOTIFICATIONS_WEBHOOK_SECRET is',
    );
  });
});
