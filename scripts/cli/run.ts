/** Runs a command: its number is the exit code, an error is one clear line and exit code 1. A reader that has had enough ends it quietly. */
export async function run(command: () => Promise<number>): Promise<void> {
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		process.exit();
	});
	try {
		process.exitCode = await command();
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}
