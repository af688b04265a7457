const UNDO = 'undo:';

/** Which reply a run waits for. */
export interface Correlation {
  readonly workflow: string;
  readonly runId: string;
  readonly step: string;
  /** Whether it is the step's compensation that was asked for. */
  readonly isUndo: boolean;
  readonly round: number;
}

/** The correlation id of a command: the same for every attempt in a round, so that a late reply still counts. */
export const toCorrelationId = ({ workflow, runId, step, isUndo, round }: Correlation): string =>
  `${workflow}/${runId}/${isUndo ? UNDO : ''}${step}/${round}`;

/** Reads a correlation id; null when it is none of ours. */
export function parseCorrelationId(text: string | null): Correlation | null {
  const [workflow, runId, step, round, ...rest] = text?.split('/') ?? [];
  if (!workflow || !runId || !step || !round || rest.length > 0) return null;
  const isUndo = step.startsWith(UNDO);
  return { workflow, runId, step: isUndo ? step.slice(UNDO.length) : step, isUndo, round: Number(round) };
}
