import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from './testing/project-copy.ts';

let project: ProjectCopy;
beforeAll(() => {
  project = copyProject();
});
afterAll(() => project[Symbol.dispose]());

const create = (...args: string[]) => project.run(['tools/subgraph-new.ts', ...args]);
const remove = (...args: string[]) => project.run(['tools/subgraph-remove.ts', ...args]);
const runTests = (room: string) => project.run(['run', room], 'node_modules/.bin/vitest');

/** Asks the whole graph, in one process, as its admin. */
async function askGraph(query: string): Promise<unknown> {
  const env = { PORT: '0', DATA_DIR: join(project.root, '.data'), LOG_LEVEL: 'warn' };
  await using graph = await project.start(['main.ts'], /graph\s+(http:\S+)/, env);
  const token = project.run(['tools/token.ts']).stdout.trim();
  const response = await fetch(String(graph.match[1]), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

// Each runs whole programs, which a busy machine slows down.
const timeout = 120_000;

describe('a new subgraph', { timeout }, () => {
  let seconds: number;
  beforeAll(() => {
    // In seconds of its own work, since other tests keep the machine busy; it waits for nothing besides.
    const timed = '"$0" tools/subgraph-new.ts keepsakes; status=$?; times; exit $status';
    const { stdout, ...outcome } = project.run(['-c', timed, process.execPath], 'sh');
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    const [, userMinutes, user, systemMinutes, system] =
      /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\n$/.exec(stdout)?.map(Number) ?? [];
    seconds = 60 * (Number(userMinutes) + Number(systemMinutes)) + Number(user) + Number(system);
  });
  afterAll(() => project.restore());

  it('is there within five seconds, and no other subgraph is touched', () => {
    expect(seconds).toBeLessThan(5);
    const touched = project
      .changes()
      .filter((line) => !/ (client\/|rest\/|docker-compose|supergraph\.|sql\/mysql-init)/.test(line));
    expect(touched).toEqual(['?? sql/keepsakes/', '?? subgraphs/keepsakes/']);
  });

  it('passes its tests, the compiler and the linter at once', () => {
    const tests = runTests('subgraphs/keepsakes');
    // Among them that it forgets a user who is deleted.
    const stdout = expect.stringContaining('subgraphs/keepsakes/tests/users.test.ts');
    expect(tests, tests.stdout + tests.stderr).toMatchObject({ status: 0, stdout });
    const types = project.run(['--noEmit'], 'node_modules/.bin/tsc');
    expect(types, types.stdout).toMatchObject({ status: 0 });
    const lint = project.run(['check', '--error-on-warnings', '.'], 'node_modules/.bin/biome');
    expect(lint, lint.stderr).toMatchObject({ status: 0 });
  });

  it('is refused where one is', () => {
    const before = project.changes();
    expect(create('keepsakes').stderr).toBe(
      'keepsakes: supergraph.yaml lists it already: choose another name\n',
    );
    expect(create('keepsakes').status).toBe(2);
    expect(project.changes()).toEqual(before);
  });

  it('is removed without a trace', () => {
    expect(remove('keepsakes')).toMatchObject({ status: 0, stderr: '' });
    expect(project.changes()).toEqual([]);
  });
});

describe('subgraph:new', { timeout }, () => {
  afterEach(() => project.restore());

  it('extends any entity, and names its own as it is told', () => {
    expect(create('oddments', '--entity', 'OddPiece', '--extends', 'Order')).toMatchObject({ status: 0 });
    const tests = runTests('subgraphs/oddments');
    expect(tests, tests.stdout + tests.stderr).toMatchObject({ status: 0 });
  });

  it('writes a subgraph that the gateway answers from, with a field of User that is added to it', async () => {
    create('keepsakes');
    project.edit('subgraphs/keepsakes/schema.graphql', (schema) =>
      schema.replace(/type User .*{/, '$&\n  "How many letters the id has."\n  idLength: Int'),
    );
    project.edit('subgraphs/keepsakes/resolvers/User.ts', (resolvers) =>
      resolvers.replace('UserResolvers = {', '$&\n  idLength: ({ id }) => id.length,'),
    );
    expect(project.run(['tools/compose.ts'])).toMatchObject({ status: 0 });
    expect(project.run(['tools/codegen.ts'])).toMatchObject({ status: 0 });
    const query =
      '{ user(id: 123) { firstName idLength keepsakes { edges { node { title user { lastName } } } } } }';
    expect(await askGraph(query)).toEqual({
      data: {
        user: {
          firstName: 'Billye',
          idLength: 3,
          keepsakes: { edges: [{ node: { title: 'The fifth keepsake', user: { lastName: 'Topes' } } }] },
        },
      },
    });
  });

  it('leaves nothing behind when composition fails', () => {
    project.edit(
      'subgraphs/users/schema.graphql',
      (schema) => `${schema}\ntype KeepsakeEdge { cursor: String! }\n`,
    );
    const { status, stderr } = create('keepsakes');
    expect(stderr).toContain('INVALID_FIELD_SHARING');
    expect(status).toBe(1);
    expect(project.changes()).toEqual([' M subgraphs/users/schema.graphql']);
  });
});

describe('subgraph:remove', { timeout }, () => {
  afterEach(() => project.restore());

  it('leaves everything as it is when an operation needs it', () => {
    const { status, stderr } = remove('users');
    expect(status).toBe(1);
    expect(stderr).toContain('operations/');
    expect(project.changes()).toEqual([]);
  });
});
