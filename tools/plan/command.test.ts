import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyProject, type Project, runCommand } from '../schema-check/fixture.ts';

const run = (project: Project, ...args: string[]) => runCommand(project, 'plan.ts', ...args);

test('npm run plan prints the operations of a file with their numbers', async () => {
  using project = copyProject();
  const { stdout } = await run(project, 'operations/rest/user.graphql');
  expect(stdout).toMatch(/^RestUser: 2 calls, 2 hops, cost \d+\n\nin sequence\n├─ fetch users\n/);
});

test('npm run plan gives the whole plan as JSON', async () => {
  using project = copyProject();
  const { stdout } = await run(project, 'operations/users.graphql', '--json');
  expect(JSON.parse(stdout)).toMatchObject([
    { operation: 'Users', calls: 1, hops: 1, plan: { kind: 'QueryPlan', node: { kind: 'Fetch' } } },
    { operation: 'RenameUser', calls: 1, hops: 1 },
  ]);
});

test('npm run plan finds stale plans, and mends them', async () => {
  using project = copyProject();
  expect((await run(project, '--check')).stdout).toBe('5 plans are fresh\n');
  project.edit('operations/account.graphql', 'query Account', 'query Profile');
  expect(await run(project, '--check')).toMatchObject({
    code: 1,
    stderr:
      'stale: operations/plans/Profile.txt, operations/plans/Account.txt: run `npm run plan -- --write`\n',
  });
  await run(project, '--write');
  expect(existsSync(join(project.root, 'operations/plans/Account.txt'))).toBe(false);
  expect((await run(project, '--check')).code).toBe(0);
});

test('npm run plan asks for a file that has operations', async () => {
  using project = copyProject();
  expect(await run(project, 'operations/none.graphql')).toMatchObject({
    code: 2,
    stderr: 'operations/none.graphql: there is no such file\n',
  });
});
