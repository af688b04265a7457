/** An object of a subgraph's answer. */
export type ObjectRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is ObjectRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads one field of an answer. Names that every JavaScript object inherits (`constructor`, `toString`) are legal in
 * GraphQL, so only those pay for the question whether the object has the field itself.
 */
export function fieldReader(name: string): (record: ObjectRecord) => unknown {
  if (name in Object.prototype) {
    return (record) => (Object.hasOwn(record, name) ? record[name] : undefined);
  }
  return (record) => record[name];
}

/** The source of an expression that reads one field of the record that the expression `of` stands for. */
export function propertySource(of: string, name: string): string {
  const read = `${of}[${JSON.stringify(name)}]`;
  return name in Object.prototype
    ? `(Object.hasOwn(${of}, ${JSON.stringify(name)}) ? ${read} : undefined)`
    : read;
}
