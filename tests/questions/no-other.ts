/** For a question that asks no other. */
export async function noOther(name: string): Promise<never> {
	throw new Error(`${name} is not to be asked here`);
}
