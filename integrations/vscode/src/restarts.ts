/** What happens when the server stops by itself: the client's own policy, in Dutch. */

import { AGAIN, NOT_STARTED, STOPPED } from "./messages";

/** The numbers are those of vscode-languageclient (`CloseAction`, `ErrorAction`). */
export const DO_NOT_RESTART = 1;
export const RESTART_AGAIN = 2;

export interface Closed {
  action: number;
  message?: string;
  handled?: boolean;
}

export interface Policy {
  /** What the client itself would do. */
  readonly closed: () => Closed | Promise<Closed>;
  /** Whether the server has ever answered since the writer started it. */
  readonly ran: () => boolean;
  /** It will not start again: tell the writer. */
  readonly gaveUp: (ran: boolean) => void;
}

export const CONTINUE = 1;
export const SHUTDOWN = 2;

const PATIENCE = 3;

/**
 * What follows on a message that could not be sent or read, the `count`th in a row. Without a count the pipe itself
 * is broken, as when the server dies while the writer types: then the close that follows starts it again.
 */
export function onError(count: number | undefined, policy: Policy): Closed {
  if (count === undefined || count <= PATIENCE) {
    return { action: CONTINUE, handled: true };
  }
  policy.gaveUp(policy.ran());
  return { action: SHUTDOWN, message: STOPPED, handled: true };
}

/** A server that never answered is not tried again: it would say the same five times. */
export async function onClosed(policy: Policy): Promise<Closed> {
  const ran = policy.ran();
  const decided = ran ? await policy.closed() : { action: DO_NOT_RESTART };
  if (decided.action === RESTART_AGAIN) {
    return { action: RESTART_AGAIN, message: AGAIN, handled: true };
  }
  policy.gaveUp(ran);
  return { action: DO_NOT_RESTART, message: ran ? STOPPED : NOT_STARTED, handled: true };
}
