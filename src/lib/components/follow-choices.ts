import type { Attachment } from 'svelte/attachments';
import { loadAhead } from './load-ahead.ts';

/** Has a form sent at each choice, and loads ahead what a choice would lead to; the fields `unsaid` are left out of the address where they are empty. */
export function followChoices(...unsaid: readonly string[]): Attachment<HTMLFormElement> {
	return (form) => {
		const send = () => form.requestSubmit();
		const leaveOut = ({ formData }: FormDataEvent) => {
			for (const name of unsaid) if (formData.get(name) === '') formData.delete(name);
		};
		form.addEventListener('change', send);
		form.addEventListener('formdata', leaveOut);
		const stopLoading = loadAhead(form);
		return () => {
			stopLoading();
			form.removeEventListener('change', send);
			form.removeEventListener('formdata', leaveOut);
		};
	};
}
