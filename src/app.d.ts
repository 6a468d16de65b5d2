import type { Warehouse } from '#lib/server/warehouse/open.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
		}
		interface Locals {
			warehouse: Warehouse;
		}
	}
}

export {};
