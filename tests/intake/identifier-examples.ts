import type { TextKind } from '#lib/codebook/identifiers.ts';

type Example = readonly [kind: TextKind, text: string, identifier: string];

/** Made-up texts that identify a person, by the kind of field in which they stand, with the identifier that they hold. */
export const identifying: readonly Example[] = [
	...of('id', 'name', ['Jane Doe', 'JANE DOE', 'jane doe', 'Doe, Jane', 'Doe,Jane', 'jane.doe', 'jane_doe', 'doe-jane', 'Wiremu Parata', 'Parata, Hemi', 'Hans-Peter Müller', "Siobhan O'Neill", 'José García López', 'Mrs Whitcombe', 'Herr Zwetschgenbaum', 'Jane', 'michael', 'jane1985', 'John Q. Public', 'Ludwig van Beethoven', 'Zoë Lindqvist']),
	...of('text', 'name', ['Mrs Whitcombe fainted', 'John Smith felt dizzy', 'patient Jane fainted', 'pt: Michael bruised', 'his wife Susan called', 'Doe, Jane', 'jane doe', 'Thomas']),
	...of('text', 'name', ['seen by Okonkwo-Baptiste, sore afterwards', 'sore afterwards, Okonkwo', 'bruised, then Okonkwo rang', 'Okonkwo-Baptiste was sore for two days', 'bruise, told Carter', 'saw Dr Hunter', 'Hr. Wagner war da', 'Carter fainted', 'sore at 10 am, Wierzbicki drove home', 'Frau Wierzbicki rief an', 'Hr. Zwetschbauer rief an', 'Hr Zwetschbauer', 'Fr. Zwetschbauer war stark erschöpft', 'Mme Laurneuve est venue', 'avisado por Sr. Zubizarreta', 'Dr Zwetschbauer', 'dhr. Waitere', 'mrs okonkwo fainted', 'J. Q. Xu felt faint', 'J.Q. Xu', 'seen with J. Xu', 'bleu après la séance, vu avec Montranger hier', 'hematoma visto por Zubizarreta', 'faint, Wierzbicki drove her home']),
	...of('payer', 'name', ['Mr Smith', 'Frau Maier']),
	...of('id', 'date', ['1980-03-17', '17/03/1980', '17.3.1980', '03-17-1980', '1980/3/17', 'JD-1980-03-17', 'V_2024_03_17', '17 March 1980', 'Mar 17, 1980', '17-Mar-80', '17mar1980', '3/17/80', '17. März 1980', '17 mars 1980', '17 de marzo de 1980', 'DOB 170380']),
	...of('text', 'date', ['bruise since 2024-03-17', 'fell on 17/03/2024', 'born 1980', 'seen March 17, 2024', 'DOB: 3/17/80', 'since 17.03.2024']),
	...of('staff', 'date', ['harbour 1980-03-17', 'T-03, 12 March 2024']),
	...of('text', 'age', ['92 year old', 'aged 91', '97yo runner', '93-year-old', '90 years of age', '101 y/o']),
	...of('id', 'telephone', ['+64 21 555 0123', '+1 (415) 555-2671', '+442079460958', '(415) 555-2671', '415-555-2671', '415.555.2671', '415 555 2671', '021 555 0123', '07700 900123', '020 7946 0958', '06 12 34 56 78', '06-12-34-56-78', '0171 5550123', '030/5550123', '0064 21 555 0123', 'tel: 5550123456']),
	...of('text', 'telephone', ['call 415-555-2671', 'phone 555 0123 4', 'mobile: 0215550123', 'ring +64 21 555 0123 after']),
	...of('payer', 'telephone', ['Aetna 800-555-2671', 'self-pay +64 21 555 0123']),
	...of('text', 'fax', ['fax 555-0123', 'Telefax: 030 5550123']),
	...of('id', 'email', ['jane.doe@example.org', 'JANE@EXAMPLE.CO.NZ', 'j.doe+runs@mail.example.com', 'jane at example.org', 'jane[at]example.org']),
	...of('text', 'email', ['write to jane@example.org', 'mail jane(at)example.org please']),
	...of('staff', 'email', ['desk@harbour.example.org']),
	...of('id', 'national-id', ['078-05-1120', '578 05 1120', '143 476 5919', '146 454 286', 'AB123456C', 'AB 12 34 56 C', 'RSSMRA85T10A562S', '070761-4285', '811228-9874', '19811228-9874', '131052-308T', '756.9217.0769.85', '111.444.777-35', 'SSN 078051120', 'NHS-9434765919', 'passport L898902C3']),
	...of('text', 'national-id', ['SSN 078-05-1120', 'her nhs no 9434765919']),
	...of('payer', 'national-id', ['SSN: 078051120']),
	...of('id', 'medical-record', ['MRN 0012345', 'MRN-0012345', 'mrn0012345', 'Hospital No. 445566', 'chart number 9981']),
	...of('text', 'medical-record', ['see MRN 0012345', 'medical record no. 123456']),
	...of('payer', 'health-plan', ['Aetna policy W123456789', 'member id 0012345678', '1EG4-TE5-MK73', 'claim no. 2024001']),
	...of('id', 'health-plan', ['1EG4TE5MK73', 'subscriber-1234567']),
	...of('payer', 'account', ['account no. 12345678', 'GB29 NWBK 6016 1331 9268 19', '4111 1111 1111 1111']),
	...of('text', 'account', ['iban DE89370400440532013000']),
	...of('id', 'licence', ["driver's licence D1234567", 'license no. A123456']),
	...of('text', 'vehicle', ['parked, plate ABC 123', 'VIN 1HGCM82633A004352']),
	...of('id', 'device', ['00:1B:44:11:3A:B7', '00-1B-44-11-3A-B7', 'IMEI 490154203237518', 'serial-12345AB']),
	...of('text', 'url', ['see https://example.org/jane', 'www.janeruns.example', 'strava.com/athletes/12']),
	...of('id', 'url', ['http://example.org', 'www.janeruns.example']),
	...of('id', 'ip', ['192.168.10.24', '2001:0db8:85a3:0000:0000:8a2e:0370:7334', 'fe80::1ff:fe23']),
	...of('text', 'biometric', ['fingerprint hash 9f86d081']),
	...of('text', 'photograph', ['photo IMG_2201.jpg', 'data:image/png;base64,iVBORw0KGgo']),
	...of('id', 'photograph', ['IMG_2201.jpg', '/9j/4AAQSkZJRg']),
	...of('text', 'other-code', ['instagram: janeruns', 'on @janeruns', 'ref 48151623', 'bled, see 481516', 'no 4815162342']),
	...of('text', 'geography', ['fell at 12 High Street', 'lives 4 Marine Parade Road', 'Hauptstraße 7', '12 rue de la Paix', 'calle de Alcalá 45', 'PO Box 112', 'SW1A 1AA', 'Portland, OR 97201', 'at -36.8485, 174.7633', 'zip 97201']),
	...of('id', 'geography', ['12 High Street', 'SW1A 1AA', 'Hauptstraße 7']),
];

/** Texts that clinics write and that identify nobody, by the kind of field in which they stand. */
export const harmless: readonly (readonly [kind: TextKind, text: string])[] = [
	...harmlessIn('id', ['P-0001', 'P0001', 'P1', 'p 17', 'A1B2C3', 'synthetic-7-000001', 'synthetic-1-000001-1-12', 'P-2000-1-1', 'synthetic-2000-1-12', '4815162342', '1234567890', '0123456789', '481516234', '12345', '000017', '2024-001', '2024-0117', '001-002-0003', '01-02-03', '101-205-0003', 'NZ-AKL-0042', 'site.001.12', 'site01/0042', 'A/17', '12/345', 'S-2024-Q1-17', 'PAT00017', 'PID_0042', 'pid42', 'K7F3Q9', '3f2504e0-4f89-11d3-9a0c-0305e82c3301', '01ARZ3NDEKTSV4RRFFQ69G5FAV', 'e3b0c44298fc1c149afbf4c8996fb924', 'ABC1234', 'XK-77-B', 'RUN.017', 'r_017', 'X', '17', 'arm-b-017', 'blue-heron', 'brave-otter-12', 'kiwi', 'cohort2-17', 'V1', 'visit-3', 'P17-V3', 'P17_e2_v3', 'E-2', 'ep1', 'V20240001', 'case 17', 'Patient 17', 'Patient A', 'Runner 4', 'study id 17', 'S#17', 'β-17', '#0042', '99-0001', '12:1', '1.2', '7.10.3', 'pt-0017', 'client-22', 'subj017', 'M-34-07', 'TEN-0001', 'harbour-000017', 'H17/3', 'id=17', 'P(17)', 'A+7', 'GR8-RUN', '5e-7', 'Q3-2024-17', '2024', 'w24-17', 'dn2015-017', '17b', 'B2B', 'UUID-7', 'case-2024-17b', 'C3PO', 'P-17/V-3', 'group-b', 'unit-3', 'plan-b-17', 'phase-2-17', 'card-7', 'cell-3', 'DL-17']),
	...harmlessIn('text', ['none', 'None', 'no', 'bleeding', 'bruise', 'mild bruising', 'light-headed', 'vasovagal reaction', 'Vasovagal Reaction', 'soreness > 48 h', 'pain 7/10 for 3 days', 'haematoma 2 cm', 'needle left in 15 min', 'fainted, recovered in 5 minutes', 'pneumothorax suspected, referred', 'drowsy', 'sweating; nausea', 'headache (2 days)', 'forgotten needle', 'skin reaction 3x4 cm', 'stuck needle, removed', 'cramp in calf', 'Achilles pain', "Morton's neuroma irritated", 'numbness L5 S1', 'L4/5 soreness', 'BP 120/80', 'pulse 92', 'temp 37.8', 'may recur', 'marked soreness', 'will monitor', 'bled 1.5 ml', '2 of 10', '12 h', 'on day 3', 'patient fainted', 'patient felt faint', 'Patient reported Bruising', 'pt dizzy', 'mild', 'grade 2', 'n/a', '-', '0', 'yes', 'St. John’s wort taken', 'aged wound', 'tel', 'call back if worse', 'tired for 24 hours', 'warm', 'rue', 'via left leg', 'needle 0.30 x 40 mm', 'group session', 'plan changed', 'card lost', 'close to bone', 'at rest', 'Pain in Calf', 'Bruising and Swelling of the Upper Trapezius', 'mild Bruising after session', 'sore after Trigger Point work', 'Schmerzen Fr. Abend', 'z. B. Schmerzen', 'leichte Blutung an der Wade', 'nach der Sitzung Müdigkeit', 'M. Gastrocnemius sore after session', 'felt faint, MR scan booked', 'mr scan ordered', 'sore since Tuesday', "pain near Baker's cyst", 'bruise on Hoffa fat pad', 'numb in L5', 'took Ibuprofen at night', 'douleur après la séance de Lundi', 'Vasovagal episode. Recovered after ten minutes', 'stopped: Needle was stuck', 'cramp (Soleus) for two days', 'Light-headed for an hour', 'Post-treatment soreness for two days', '120 bpm after 15 min', 'N. Ischiadicus irritated by needle', 'sore after Otter race', 'taken to Hospital by Ambulance', 'took Codeine for pain', 'used Tiger Balm after', 'blood on Sock', 'felt better with Tea', 'advised Ice and Elevation', "irritated at Guyon's canal", 'used E-stim after and was sore', 'dolor con Hematoma', 'pain on Stairs', 'None reported by Pt', 'sent to Radiology for X-ray', 'twitch in Peroneus Longus was sore']),
	...harmlessIn('staff', ['harbour', 'harbour-03', 'T-12', 'T12', 'Dr Smith', 'Jane Doe', 'J. Smith', 'Smith, J', 'Harbour Clinic', 'Clinic 4, North', 'Physio Plus', 'physio_07', '1043256789', 'St Mary’s', 'Victoria Street Clinic', '12 High Street', 'Northside PT', 'room 3', 'AK', 'Therapist B', 'team 2', '07']),
	...harmlessIn('payer', ['self-pay', 'Aetna', 'Blue Cross Blue Shield', 'BCBS 60054', 'Kaiser Permanente', 'John Hancock', 'Oscar Health', 'Virginia Premier', 'Henry Ford Health', 'ACC', 'NHS', 'AOK Plus', 'Medicare Part B', 'Medicaid', 'workers comp', 'private', 'insurer 3', 'self', 'employer', 'UnitedHealthcare', '1199SEIU', 'Plan 65', 'PPO', 'HMO 2']),
	...harmlessIn('header', ['Pain Before', 'Visit Date', 'Patient ID', 'NPRS (0-10)', 'Pain 0-10', 'Q1 2024', 'Session #', 'Date (dd/mm/yyyy)', 'Jan', 'May', 'Mark', 'Max', 'Body Region', 'Home Exercise', 'Week 12', 'score_2', 'Age (years)', 'Plan 2', 'Group', 'Phone', 'E-mail', 'IP', 'Date of birth']),
];

function of(kind: TextKind, identifier: string, texts: readonly string[]): Example[] {
	return texts.map((text) => [kind, text, identifier]);
}

function harmlessIn(kind: TextKind, texts: readonly string[]) {
	return texts.map((text) => [kind, text] as const);
}
