/** What an estimate at a session is called. */
export function atSession(session: number): string {
	return `session ${session}`;
}
