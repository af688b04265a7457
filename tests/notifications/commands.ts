import { CallWebhook, type Message, SendNotification } from '../../events/index.ts';

/** So many calls of the third party, and as many notifications to a user, each of another run. */
export const commandsOf = (runs: number, userId: string): Message[] =>
  Array.from({ length: runs }, (_, i) => [
    CallWebhook.message({
      id: `run-${i}`,
      correlationId: `w/${i}/call/0`,
      payload: { type: 'unit.reported', data: { i } },
    }),
    SendNotification.message({
      id: `run-${i}`,
      correlationId: `w/${i}/notify/0`,
      payload: { userId, location: null, urgency: 'INFO', title: 'Hello', text: `Run ${i} is done.` },
    }),
  ]).flat();
