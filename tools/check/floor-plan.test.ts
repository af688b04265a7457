import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFloorPlan } from './floor-plan.ts';

describe('the floor plan', () => {
  it('is that of every subgraph', () => {
    expect(checkFloorPlan('.')).toEqual([]);
  });

  describe('in a house of one room', () => {
    let root: string;
    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'tessera-floor-plan-'));
      cpSync('subgraphs/users', join(root, 'subgraphs/users'), { recursive: true });
      writeFileSync(
        join(root, 'supergraph.yaml'),
        'federation_version: =2.9.0\nsubgraphs:\n  users:\n    routing_url: http://127.0.0.1:1/\n    schema:\n      file: subgraphs/users/schema.graphql\n',
      );
    });
    afterEach(() => rmSync(root, { recursive: true }));

    it('misses a file that every room has', () => {
      rmSync(join(root, 'subgraphs/users/repository.ts'));
      expect(checkFloorPlan(root)).toEqual(['subgraphs/users/repository.ts: is missing']);
    });

    it('refuses a folder and a file that it does not have', () => {
      mkdirSync(join(root, 'subgraphs/users/helpers'));
      writeFileSync(join(root, 'subgraphs/users/resolvers/queries.ts'), '');
      expect(checkFloorPlan(root)).toEqual([
        'subgraphs/users/helpers/: the floor plan has no such room',
        'subgraphs/users/resolvers/queries.ts: is not named as a GraphQL type',
      ]);
    });

    it('asks for no room of a subgraph whose schema is elsewhere', () => {
      writeFileSync(join(root, 'reviews.graphql'), 'type Query { reviews: Int }');
      appendFileSync(
        join(root, 'supergraph.yaml'),
        '  reviews:\n    routing_url: http://127.0.0.1:2/\n    schema:\n      file: reviews.graphql\n',
      );
      expect(checkFloorPlan(root)).toEqual([]);
    });

    it('notices a room that supergraph.yaml does not list', () => {
      cpSync(join(root, 'subgraphs/users'), join(root, 'subgraphs/guests'), { recursive: true });
      expect(checkFloorPlan(root)).toEqual(['subgraphs/guests: is not in supergraph.yaml']);
    });
  });
});
