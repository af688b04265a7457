import { isRecord, type ObjectRecord } from './record.ts';

/**
 * Merges a subgraph's answer into the response, in place: objects field by field, lists of one length item by item,
 * and otherwise the newer value stands. Nothing is cloned: what the response did not have, it takes over.
 *
 * A field named `__proto__`, which no operation of ours asks for, would be merged into what all objects inherit from.
 */
export function mergeInto(target: ObjectRecord, source: ObjectRecord): void {
  for (const key in source) {
    const value = source[key];
    if (value === undefined || key === '__proto__') continue;
    const existing = target[key];
    target[key] = typeof existing === 'object' && existing !== null ? combine(existing, value) : value;
  }
}

function combine(existing: unknown, value: unknown): unknown {
  if (Array.isArray(existing)) {
    if (!Array.isArray(value) || existing.length !== value.length) return value;
    for (let index = 0; index < value.length; index++) {
      existing[index] = combine(existing[index], value[index]);
    }
    return existing;
  }
  if (!isRecord(existing) || !isRecord(value)) return value;
  if (existing !== value) mergeInto(existing, value);
  return existing;
}

/** A copy of an answer that shares no object or list with it, but what a scalar made of its value (a Date). */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (!isRecord(value) || !isPlain(value)) return value;
  const copy: ObjectRecord = {};
  for (const key in value) {
    if (key === '__proto__') Object.defineProperty(copy, key, { ...SHOWN, value: copyOf(value[key]) });
    else copy[key] = copyOf(value[key]);
  }
  return copy as T;
}

const SHOWN = { configurable: true, enumerable: true, writable: true };

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
