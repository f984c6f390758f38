// The page works without this: it only spares its reader the reload when something changed.
const tenant = document.body.dataset.tenant;
const events = new EventSource(`/api/tenants/${encodeURIComponent(tenant)}/events`);
let reload;
for (const name of ["connection", "sample", "schema"]) {
  events.addEventListener(name, () => {
    clearTimeout(reload);
    reload = setTimeout(() => location.replace(`/onboarding-v3?tenantId=${encodeURIComponent(tenant)}`), 300);
  });
}
addEventListener("pagehide", () => events.close());
