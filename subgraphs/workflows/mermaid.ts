import type { Definition } from './definition.ts';

/**
 * Draws a definition as a Mermaid flowchart (mermaid.js.org): a step's box names its command, a dashed arrow leads to
 * what undoes it or may be skipped.
 */
export function toMermaid({ trigger, cancelOn, steps, otherwise }: Definition): string {
  // With a prefix, since a step may be called what means something in Mermaid, such as `end`.
  const idOf = (name: string) => `step_${name.replaceAll('-', '_')}`;
  const undoOf = (name: string) => `undo_${name.replaceAll('-', '_')}`;
  const followed = new Set(steps.flatMap(({ after }) => after));
  const lines = [
    `start_([${trigger}])`,
    ...steps.map(({ name, command, isPivot }) =>
      isPivot ? `${idOf(name)}[["${name}: ${command}"]]` : `${idOf(name)}["${name}: ${command}"]`,
    ),
    'end_([completed])',
    ...steps.flatMap(({ name, after, when }) =>
      (after.length > 0 ? after.map(idOf) : ['start_']).map((from) =>
        when ? `${from} -->|if ${when.$ref}| ${idOf(name)}` : `${from} --> ${idOf(name)}`,
      ),
    ),
    ...steps.filter(({ name }) => !followed.has(name)).map(({ name }) => `${idOf(name)} --> end_`),
    ...steps.flatMap(({ name, compensation }) =>
      compensation ? [`${idOf(name)} -.->|undone by| ${undoOf(name)}["${compensation.command}"]`] : [],
    ),
    ...(otherwise
      ? [
          `refused_([refused, or ${cancelOn ?? 'cancelled'}]) --> ${idOf(otherwise.name)}["${otherwise.name}: ${otherwise.command}"]`,
        ]
      : []),
  ];
  return ['flowchart TD', ...lines.map((line) => `  ${line}`)].join('\n');
}
