import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from './testing/project-copy.ts';

let project: ProjectCopy;
beforeAll(() => {
  project = copyProject();
});
afterEach(() => project.restore());
afterAll(() => project[Symbol.dispose]());

const create = (...args: string[]) => project.run(['tools/subgraph-new.ts', ...args]);
const remove = (...args: string[]) => project.run(['tools/subgraph-remove.ts', ...args]);

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

describe('subgraph:new', () => {
  it('writes a subgraph within five seconds and touches no other', () => {
    const started = Date.now();
    expect(create('reviews')).toMatchObject({ status: 0, stderr: '' });
    expect(Date.now() - started).toBeLessThan(5_000);
    const touched = project
      .changes()
      .filter((line) => !/ (client\/|supergraph\.|sql\/mysql-init)/.test(line));
    expect(touched).toEqual(['?? sql/reviews/', '?? subgraphs/reviews/']);
  });

  it.each([
    ['reviews', []],
    ['support', ['--entity', 'ActiveCase', '--extends', 'Order']],
  ])('writes %s so that its tests and every static check of it pass at once', (name, options) => {
    expect(create(name, ...options)).toMatchObject({ status: 0 });
    const tests = project.run(['run', `subgraphs/${name}`], 'node_modules/.bin/vitest');
    expect(tests, tests.stdout + tests.stderr).toMatchObject({ status: 0 });
    const types = project.run(['--noEmit'], 'node_modules/.bin/tsc').stdout;
    expect(types.split('\n').filter((line) => line.startsWith(`subgraphs/${name}`))).toEqual([]);
    const lint = project.run(['check', `subgraphs/${name}`], 'node_modules/.bin/biome');
    expect(lint, lint.stderr).toMatchObject({ status: 0 });
  });

  it('writes a subgraph that the gateway answers from, with a field of User that is added to it', async () => {
    create('reviews');
    project.edit('subgraphs/reviews/schema.graphql', (schema) =>
      schema.replace(/type User .*{/, '$&\n  "How many letters the id has."\n  idLength: Int'),
    );
    project.edit('subgraphs/reviews/resolvers/User.ts', (resolvers) =>
      resolvers.replace('UserResolvers = {', '$&\n  idLength: ({ id }) => id.length,'),
    );
    expect(project.run(['tools/compose.ts'])).toMatchObject({ status: 0 });
    expect(project.run(['tools/codegen.ts'])).toMatchObject({ status: 0 });
    const query =
      '{ user(id: 123) { firstName idLength reviews { edges { node { title user { lastName } } } } } }';
    expect(await askGraph(query)).toEqual({
      data: {
        user: {
          firstName: 'Billye',
          idLength: 3,
          reviews: { edges: [{ node: { title: 'The fifth review', user: { lastName: 'Topes' } } }] },
        },
      },
    });
  });

  it('refuses what cannot be with one line, and writes nothing', () => {
    const { status, stderr } = create('users');
    expect(stderr).toBe('users: supergraph.yaml lists it already: choose another name\n');
    expect(status).toBe(2);
    expect(project.changes()).toEqual([]);
  });

  it('refuses a name whose folder exists', () => {
    create('reviews');
    project.run(['checkout', 'supergraph.yaml', 'supergraph.graphql'], 'git');
    expect(create('reviews').stderr).toBe('subgraphs/reviews exists: remove it, or choose another name\n');
  });

  it('leaves nothing behind when composition fails', () => {
    project.edit(
      'subgraphs/users/schema.graphql',
      (schema) => `${schema}\ntype ReviewEdge { cursor: String! }\n`,
    );
    const { status, stderr } = create('reviews');
    expect(stderr).toContain('INVALID_FIELD_SHARING');
    expect(status).toBe(1);
    expect(project.changes()).toEqual([' M subgraphs/users/schema.graphql']);
  });
});

describe('subgraph:remove', () => {
  it('is the inverse of subgraph:new, to the byte', () => {
    create('reviews');
    expect(remove('reviews')).toMatchObject({ status: 0, stderr: '' });
    expect(project.changes()).toEqual([]);
  });

  it('leaves everything as it is when an operation needs it', () => {
    const { status, stderr } = remove('users');
    expect(status).toBe(1);
    expect(stderr).toContain('operations/');
    expect(project.changes()).toEqual([]);
  });
});
