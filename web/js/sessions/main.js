import { LicenseClient, tabStorage } from '../../sdk/moim.js';
import { byId } from '../shared/dom.js';
import { startTopbar } from '../widgets/topbar.js';
import { Dashboard } from './dashboard.js';
import { SignIn } from './sign-in.js';

const KEPT = 'serverLicense';

startTopbar('sessions');
showSignIn();

function showSignIn() {
  const form = new SignIn({ known: tabStorage.get(KEPT), signIn });
  byId('main').replaceChildren(form.element);
  form.open();
}

/** Rejects with the Refusal, which the form explains. */
async function signIn(license) {
  const client = new LicenseClient(license);
  await client.signIn();
  // Kept for this tab only, so that a reload stays signed in.
  tabStorage.set(KEPT, license);
  const dashboard = new Dashboard({ client, onSignOut: () => signOut(dashboard) });
  byId('main').replaceChildren(dashboard.element);
  dashboard.open();
}

function signOut(dashboard) {
  dashboard.close();
  tabStorage.set(KEPT, null);
  showSignIn();
}
