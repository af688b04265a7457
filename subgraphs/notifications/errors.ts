import * as kit from '../../kit/rejection.ts';

/** The failures of this domain that a caller can act on. */
export type NotificationsErrorCode =
  | 'USER_NOT_FOUND'
  | 'NOTIFICATION_NOT_FOUND'
  | 'WEBHOOK_DELIVERY_NOT_FOUND'
  | 'WEBHOOK_DELIVERED';

export type UserError = kit.UserError<NotificationsErrorCode>;

const reject = (code: NotificationsErrorCode, message: string, path: string) =>
  new kit.RejectionError<NotificationsErrorCode>([{ code, message, path: [path] }]);

export const userNotFound = () => reject('USER_NOT_FOUND', 'There is no user with this id.', 'userId');

export const notificationNotFound = () =>
  reject('NOTIFICATION_NOT_FOUND', 'There is no notification with this id.', 'id');

export const deliveryNotFound = () =>
  reject('WEBHOOK_DELIVERY_NOT_FOUND', 'There is no webhook delivery with this id.', 'id');

export const alreadyDelivered = () =>
  reject('WEBHOOK_DELIVERED', 'The webhook was delivered: there is nothing to try again.', 'id');
