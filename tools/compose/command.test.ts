import { expect, test } from 'vitest';
import { copyProject, type Project, runCommand } from '../schema-check/fixture.ts';

const run = (project: Project, ...args: string[]) => runCommand(project, 'compose.ts', ...args);

test('npm run compose can ask a second composer, and says that the supergraph is as it was', async () => {
  using project = copyProject();
  expect(await run(project, '--cross-check')).toMatchObject({
    code: 0,
    stdout: 'both composers agree\ncomposed users, orders, products into supergraph.graphql (unchanged)\n',
  });
});

test('npm run compose tells a stale supergraph from a fresh one', async () => {
  using project = copyProject();
  project.edit('products.graphql', 'name: String!', 'name: String!\n  "In grams."\n  weight: Int');
  expect(await run(project, '--check')).toMatchObject({
    code: 1,
    stderr: 'supergraph.graphql is stale: run `npm run compose`\n',
  });
});

test('npm run compose explains why it cannot, without a stack', async () => {
  using project = copyProject();
  project.edit('orders.graphql', '  orderCount: Int\n', '  orderCount: Int\n  "Name."\n  name: String\n');
  const { code, stderr } = await run(project);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^INVALID_FIELD_SHARING \(users, orders\): Non-shareable field "User.name"/);
  expect(stderr).toContain('users.graphql:52:3\n');
  expect(stderr).toContain('orders.graphql:28:3\n');
  expect(stderr).not.toContain('    at ');
});
