// What was refused, said in the pane where it was asked.
import { Icon } from "../icons";
import { said, trouble, type Tab } from "./room";

export function Trouble({ place }: { place: Tab }) {
  const what = trouble.value;
  const mine = what && what.place === place;
  return (
    <div role="alert" class="trouble">
      {mine && (
        <p>
          <Icon name="warn" /> {said(what.reason, what.do)}
        </p>
      )}
    </div>
  );
}
