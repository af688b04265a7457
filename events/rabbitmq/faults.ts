/** What the broker's error codes mean to the person who runs it. */
const REMEDIES: Readonly<Record<string, string>> = {
  PRECONDITION_FAILED:
    'it exists with other arguments: delete it once it is empty (rabbitmqctl delete_queue), and it is declared anew',
  ACCESS_REFUSED:
    'the account may not: correct BROKER_URL, or grant it configure, write and read on `tessera.*`',
  NOT_FOUND: 'it does not exist, or its host is down',
  RESOURCE_LOCKED: 'another connection holds it exclusively',
  NOT_ALLOWED: 'the virtual host is unknown or the account may not use it: correct BROKER_URL',
  ECONNREFUSED: 'nobody listens there: start the broker, or correct BROKER_URL',
  ENOTFOUND: 'the host name is unknown: correct BROKER_URL',
  CONN_CLOSE: 'the broker closed the connection',
  NACK: 'a queue is full: let its group catch up, or raise the length limit of its policy',
  SOCKET_TIMEOUT: 'the broker went silent',
  CONNECTION_TIMEOUT: 'the host does not answer',
};

/** What stands in the text alone: one code is for more than one fault. */
const TOLD_BY_TEXT: readonly (readonly [RegExp, string])[] = [
  [
    /delivery acknowledgement.*timed out/i,
    'its messages were in hand for longer than the broker allows, and come again: look for why their group does not get on, such as a database that is away; or raise consumer_timeout',
  ],
];

/** One sentence on a failure of the broker or of the way to it. */
export function describeFault(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  const told = TOLD_BY_TEXT.find(([pattern]) => pattern.test(String(message)));
  const remedy = told?.[1] ?? (code ? REMEDIES[code] : undefined);
  return remedy ? `${remedy} (${message})` : String(message ?? error);
}

/** Whether the broker refused, rather than was out of reach. */
export const isRefusal = (error: unknown): boolean => (error as Error)?.name === 'AMQPChannelError';
