import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { UsageFile } from '../../kit/telemetry/usage-file.ts';
import { copyProject, type Project } from './fixture.ts';

/** A usage file of one client that used `User.nickname` last on a day. */
const usage = (lastSeen: string, from = '2026-01-01', to = '2026-11-20'): UsageFile => ({
  version: 1,
  from,
  to,
  clients: [
    {
      name: 'ios',
      coordinates: { 'User.nickname': { count: 7, lastSeen } },
      operations: [
        { name: 'Friends', hash: 'f00d', count: 7, lastSeen, coordinates: ['User.nickname'] },
        { name: 'Former', hash: 'dead', count: 9, lastSeen: from, coordinates: ['User.nickname'] },
        { name: 'Other', hash: 'beef', count: 5, lastSeen, coordinates: ['User.name'] },
      ],
    },
  ],
});

const removeNickname = ({ edit }: Project) =>
  edit('users.graphql', '  "What friends say."\n  nickname: String\n', '');

async function check(project: Project, files: readonly UsageFile[], unusedFor?: number) {
  const paths = files.map((file, at) => {
    project.write(`usage-${at}.json`, JSON.stringify(file));
    return join(project.root, `usage-${at}.json`);
  });
  return project.check({ usage: paths, ...(unusedFor && { unusedFor }) });
}

describe('with the usage of the gateways, a field that no operation of ours selects', () => {
  test('cannot go while a client uses it, who is named', async () => {
    using project = copyProject();
    removeNickname(project);
    const { verdict, findings } = await check(project, [usage('2026-10-21')]);
    expect(verdict).toBe('refused');
    expect(findings).toMatchObject([
      {
        rule: 'FIELD_REMOVED',
        at: 'User.nickname',
        hits: [],
        clients: [{ client: 'ios', operations: ['Friends'], count: 7, lastSeen: '2026-10-21' }],
      },
    ]);
  });

  test('can go when it has been unused for 30 days', async () => {
    using project = copyProject();
    removeNickname(project);
    const { verdict, findings } = await check(project, [usage('2026-10-20')]);
    expect(verdict).toBe('ok');
    expect(findings[0]?.remedy).toBe('Breaking, but no operation uses it, and no client did in 30 days.');
  });

  test('can go after as many days as one asks for', async () => {
    using project = copyProject();
    removeNickname(project);
    expect((await check(project, [usage('2026-11-12')], 7)).verdict).toBe('ok');
    expect((await check(project, [usage('2026-11-13')], 7)).verdict).toBe('refused');
  });

  test('cannot go when clients were watched for too short', async () => {
    using project = copyProject();
    removeNickname(project);
    const { verdict, findings } = await check(project, [usage('2026-01-01', '2026-11-18')]);
    expect(verdict).toBe('refused');
    expect(findings[0]?.remedy).toBe(
      'Wait: clients have been observed for 3 of 30 days, or ask for fewer with --unused-for.',
    );
  });

  test('must be unused at every gateway', async () => {
    using project = copyProject();
    removeNickname(project);
    expect((await check(project, [usage('2026-01-01'), usage('2026-11-19')])).verdict).toBe('refused');
    expect((await check(project, [usage('2026-01-01'), usage('2026-01-01')])).verdict).toBe('ok');
  });
});

test('a change that is not breaking needs no usage', async () => {
  using project = copyProject();
  project.edit('products.graphql', 'name: String!', 'name: String!\n  "In grams."\n  weight: Int');
  expect((await check(project, [usage('2026-11-20')])).verdict).toBe('ok');
});

describe('a usage file that proves nothing is refused', () => {
  test('one that ends long ago', async () => {
    using project = copyProject();
    await expect(check(project, [usage('2026-01-01', '2026-01-01', '2026-11-12')])).rejects.toThrow(
      'ends on 2026-11-12: fetch the gateway’s present USAGE_FILE',
    );
  });

  test('one that is missing, no JSON, or something else', async () => {
    using project = copyProject();
    const file = join(project.root, 'usage.json');
    const reading = () => project.check({ usage: [file] });
    await expect(reading()).rejects.toThrow('there is no such usage file');
    project.write('usage.json', '{');
    await expect(reading()).rejects.toThrow('is not JSON');
    project.write('usage.json', '{"version": 1}');
    await expect(reading()).rejects.toThrow('from: ');
  });
});
