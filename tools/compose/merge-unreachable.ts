import type { CompositionProblem } from './explain.ts';

const CODE = 'SATISFIABILITY_ERROR';

/**
 * A missing key makes every field behind it unreachable, and composition reports each: one problem for each reason, which
 * names the other fields, says the same.
 */
export function mergeUnreachable(problems: readonly CompositionProblem[]): CompositionProblem[] {
  const merged: CompositionProblem[] = [];
  for (const group of Map.groupBy(problems, reasonOf).values()) {
    const [first, ...others] = group;
    if (!first) continue;
    const shown = fieldsOf(first);
    const fields = [...new Set(others.flatMap(fieldsOf))].filter((field) => !shown.includes(field));
    const also =
      fields.length > 0 ? `\n\nFor the same reason these cannot be reached: ${fields.join(', ')}.` : '';
    merged.push({ ...first, message: `${first.message}${also}` });
  }
  return merged;
}

/** Why one cannot get from subgraph to subgraph, whatever field one is after. */
function reasonOf(problem: CompositionProblem): unknown {
  const moves = problem.message.match(/- (?:from subgraph "[\w-]+"|cannot move to .*)/g);
  if (problem.code !== CODE || !moves) return problem;
  return moves.map((move) => move.replace(/which has field "[^"]+", /, '')).join('\n');
}

const fieldsOf = ({ message }: CompositionProblem): string[] =>
  [...message.matchAll(/cannot find field "([^"]+)"/g)].map(([, field = '']) => field);
