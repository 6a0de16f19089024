// Opens the projector page in a window of its own, to drag to the big screen.
import { screenLink } from "./server";

export async function openScreen(): Promise<void> {
  const page = window.open("about:blank", "werksessie-screen"); // at once, or the browser calls it a pop-up
  const url = await screenLink();
  if (page) page.location.href = url;
}
