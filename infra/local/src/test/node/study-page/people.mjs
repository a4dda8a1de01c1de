import { reads } from '../browser/harness.mjs';

/** Says who they are, and waits for what comes of it. */
export async function introduce({ name, page }) {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Makes a study with these members; answers the path of its page. */
export async function createStudy(owner, title, memberIds) {
  const { page } = owner;
  await page.getByLabel('Name of a new study').fill(title);
  await page.getByRole('button', { name: 'Create study' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  for (const id of memberIds) await addMember(owner, id);
  return `/studies.html${new URL(page.url()).hash}`;
}

export async function addMember(owner, id) {
  await owner.page.getByLabel('User ID').fill(id);
  await owner.page.getByRole('button', { name: 'Add', exact: true }).click();
  await reads(owner, `${id} is`);
}

/** Into the call, which the button starts or joins. */
export async function enterCall({ page }, { mic = true, cam = true } = {}) {
  await page.getByLabel('With microphone').setChecked(mic);
  await page.getByLabel('With camera').setChecked(cam);
  await page.getByRole('button', { name: /^(Start|Join) the call$/ }).click();
  await page.getByRole('toolbar').waitFor();
}

export async function leaveCall(who) {
  await control(who, 'Leave').click();
  await who.page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await reads(who, 'You left the room.');
}

export const control = ({ page }, name) => page.getByRole('toolbar').getByRole('button', { name });
