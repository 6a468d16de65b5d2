import type { Attachment } from 'svelte/attachments';

/** Has a form sent at each choice; the fields `unsaid` are left out of the address where they are empty. */
export function followChoices(...unsaid: readonly string[]): Attachment<HTMLFormElement> {
	return (form) => {
		const send = () => form.requestSubmit();
		const leaveOut = ({ formData }: FormDataEvent) => {
			for (const name of unsaid) if (formData.get(name) === '') formData.delete(name);
		};
		form.addEventListener('change', send);
		form.addEventListener('formdata', leaveOut);
		return () => {
			form.removeEventListener('change', send);
			form.removeEventListener('formdata', leaveOut);
		};
	};
}
