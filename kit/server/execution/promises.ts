type Result = Record<string, unknown>;

/** Whether a value is to be waited for, of whatever library it is. */
export function isPromise(value: unknown): value is Promise<unknown> {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return false;
  return typeof (value as { then?: unknown }).then === 'function';
}

/** A field's value that is still to come. */
export interface Pending {
  readonly name: string;
  readonly value: Promise<unknown>;
}

/** For objects, most of all, that wait for nothing. */
export const NONE: Pending[] = [];

/** Puts what is pending in its place, where a placeholder keeps the order of the fields. */
export function settle(result: Result, pending: readonly Pending[]): Promise<Result> {
  const [first] = pending as readonly [Pending];
  if (pending.length === 1) {
    return first.value.then((value) => {
      result[first.name] = value;
      return result;
    });
  }
  return Promise.all(pending.map(({ value }) => value)).then((values) => {
    for (let i = 0; i < values.length; i++) result[(pending[i] as Pending).name] = values[i];
    return result;
  });
}
