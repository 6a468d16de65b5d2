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
		}
		interface Platform {
			req: IncomingMessage;
		}
	}
}

export {};
