import {
  ExecuteOrder,
  OrderCancelled,
  OrderPlaced,
  RejectOrder,
  ReleaseStock,
  ReserveStock,
  SendNotification,
} from '../../../events/index.ts';
import { defineWorkflow } from '../define-workflow.ts';
import { text } from '../mapping.ts';

/** The way of an order through the domains: who places, reserves, executes and notifies know nothing of each other. */
export const orderFulfilment = defineWorkflow({
  name: 'order-fulfilment',
  trigger: OrderPlaced,
  cancelOn: OrderCancelled,
})
  .step('reserve', {
    command: ReserveStock,
    payload: ({ trigger, run }) => ({ lines: trigger.lines, round: run.round }),
    compensation: { command: ReleaseStock, payload: ({ run }) => ({ round: run.round }) },
  })
  // Fixes the price and confirms in one transaction: from here on the order is the customer's.
  .step('execute', {
    command: ExecuteOrder,
    payload: ({ steps }) => ({ unitPrices: steps.reserve.lines }),
    isPivot: true,
  })
  .step('notify', {
    command: SendNotification,
    // Nobody waits for the order feed's orders.
    when: ({ trigger }) => trigger.userId,
    payload: ({ trigger, event }) => ({
      userId: trigger.userId,
      location: null,
      urgency: 'INFO',
      title: 'Order confirmed',
      text: text`Your order ${event.subjectId} is confirmed.`,
    }),
    // Who deletes the account needs no letter.
    mayBeRefused: true,
  })
  .otherwise('reject', {
    command: RejectOrder,
    payload: ({ reason }) => ({ code: reason.code, message: reason.message, productId: reason.about }),
  });
