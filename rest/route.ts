import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Viewer } from '../kit/viewer/viewer.ts';
import type { JsonSchema } from './schemas.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A request as a row of the table sees it, once it is known to be well-formed. */
export interface RestRequest {
  /** The path's id: digits or a UUID. */
  readonly id: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: it has the form of the row's schema
  readonly body: any;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly viewer: Viewer | null;
}

/** A row's answer. */
export interface Answer {
  readonly status: number;
  /** Absent where there is none (204). */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an answer of a status looks like. */
export interface Documented {
  readonly description: string;
  /** Absent where there is no body. */
  readonly schema?: JsonSchema;
  /** JSON, unless it is said. */
  readonly mediaType?: string;
}

/** One page of a list of the graph. */
export interface Page {
  readonly edges: readonly { readonly node?: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
}

/** What the graph said. */
export interface Said<Data, Kept> {
  readonly data: Data;
  readonly request: RestRequest;
  readonly kept: Kept;
  /** The nodes of all pages, where the row has pages, and the cursor after which there are more. */
  readonly nodes: readonly unknown[];
  readonly nextCursor: string | null;
  readonly readMetrics: ReadMetrics;
}

/** The metrics of the process, in Prometheus' text format. */
export type ReadMetrics = () => Promise<{ readonly mediaType: string; readonly text: string }>;

/** An operation that is run before that of the row. */
export interface Before<Data, Variables, Kept> {
  readonly operation: TypedDocumentNode<Data, Variables>;
  readonly variables: (request: RestRequest) => Variables;
  /** What is needed of it; throws where the row's operation shall not be run. */
  readonly keep: (data: Data, request: RestRequest) => Kept;
}

/** A row of the table: one path, or the links to the same thing. */
export interface Route<Data = unknown, Variables = unknown, Kept = unknown> {
  readonly methods: readonly Method[];
  /** From the root, with `{id}` for the id. Several paths answer the same. */
  readonly paths: readonly string[];
  /** What the body's `command` is, where it tells rows of one path apart. */
  readonly command?: string;
  readonly summary: string;
  /** Who may ask; the graph decides whose data they see. */
  readonly access: 'anyone' | 'viewer' | 'admin';
  /** Parameters in the query, all optional; each is text of this form. */
  readonly query?: Readonly<Record<string, JsonSchema>>;
  readonly body?: JsonSchema;
  // biome-ignore lint/suspicious/noExplicitAny: `route` has held its parts against each other
  readonly before?: Before<any, any, Kept>;
  /** Null where the process itself is asked. */
  readonly operation: TypedDocumentNode<Data, Variables> | null;
  readonly variables?: (request: RestRequest, kept: Kept) => Variables;
  /** The list whose pages are all read, up to `limit` items. */
  readonly pages?: {
    readonly of: (data: Data) => Page | null | undefined;
    readonly limit: (request: RestRequest) => number;
  };
  /** What must be there; the rest may fail, and its errors stand in the answer's `errors`. Without it, all must be there. */
  readonly must?: (data: Data) => unknown;
  readonly answer: (said: Said<Data, Kept>) => Answer | Promise<Answer>;
  /** What it answers by status, where all goes well. */
  readonly answers: Readonly<Record<number, Documented>>;
  /** The failures that it may answer, beside those that every path has. */
  readonly failures?: readonly number[];
  /** Wordings that clients know, by code. */
  readonly wordings?: Readonly<Record<string, string>>;
  /** Stands beside the error of a 503. */
  readonly whenDown?: Readonly<Record<string, unknown>>;
}

/** A row, its parts held against each other's types. */
export const route = <Data, Variables, Kept = null, BeforeData = unknown, BeforeVariables = unknown>(
  row: Omit<Route<Data, Variables, Kept>, 'before'> & {
    readonly before?: Before<BeforeData, BeforeVariables, Kept>;
  },
): Route => row as unknown as Route;
