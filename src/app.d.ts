import type { IncomingMessage } from 'node:http';
import type { Warehouse } from '#lib/server/warehouse/open.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
		}
		interface Locals {
			warehouse: Warehouse;
			/** whether something went wrong while this was answered */
			failed?: boolean;
			/** when the first of the answer is on its way to who asked, or nobody waits for it any more */
			sent?: Promise<void>;
		}
		interface Platform {
			req: IncomingMessage;
		}
	}
}

export {};
