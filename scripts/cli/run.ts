/** Runs a command: its number is the exit code, an error is one clear line and exit code 1. */
export async function run(command: () => Promise<number>): Promise<void> {
	try {
		process.exitCode = await command();
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}
