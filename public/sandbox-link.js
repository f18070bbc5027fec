// Tells Apollo Sandbox the address of this server, as this browser reaches it.
const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("#sandbox"));
if (link) link.href += `&endpoint=${encodeURIComponent(`${location.origin}/graphql`)}`;
