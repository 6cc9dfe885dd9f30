//! Parts of the page that have hooks, or are drawn only when something about them changes, where that
//! part comes later.
//!
//! Every component of Yew's brings some two kilobytes of code of its own, which all say the same. So the
//! pieces share one, and each adds what it draws. What needs neither hooks nor to be remembered is a
//! function.

use std::{any::Any, rc::Rc};

use yew::{
    functional::{Hook, HookContext},
    prelude::*,
    virtual_dom::Key,
};

/// Properties, and what is drawn of them.
pub trait Piece: PartialEq + 'static {
    /// A name that no other piece has: where one takes the other's place, nothing of that one is left.
    const NAME: &'static str;

    /// Draws it. The same hooks run each time, in the same order.
    fn draw(&self, hooks: &mut HookContext) -> Html;
}

/// The piece in its place.
pub fn piece<P: Piece>(piece: P) -> Html {
    shown(Key::from(P::NAME), Rc::new(piece))
}

/// The same where its neighbours are of the same kind, or where it is another one for another `key`.
pub fn keyed<P: Piece>(key: &str, piece: P) -> Html {
    shown(Key::from([P::NAME, "-", key].concat()), Rc::new(piece))
}

fn shown(key: Key, piece: Rc<dyn Drawn>) -> Html {
    html! { <Shown {key} {piece} /> }
}

/// Any piece.
trait Drawn: Any {
    fn is(&self, other: &dyn Any) -> bool;
    fn draw(&self, hooks: &mut HookContext) -> Html;
}

impl<P: Piece> Drawn for P {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref().is_some_and(|other| self == other)
    }

    fn draw(&self, hooks: &mut HookContext) -> Html {
        Piece::draw(self, hooks)
    }
}

#[derive(Clone, Properties)]
struct ShownProps {
    piece: Rc<dyn Drawn>,
}

impl PartialEq for ShownProps {
    fn eq(&self, other: &Self) -> bool {
        self.piece.is(&*other.piece)
    }
}

#[component]
fn Shown(ShownProps { piece }: &ShownProps) -> Html {
    use_piece(piece)
}

fn use_piece(piece: &Rc<dyn Drawn>) -> impl Hook<Output = Html> {
    struct Draws(Rc<dyn Drawn>);

    impl Hook for Draws {
        type Output = Html;

        fn run(self, hooks: &mut HookContext) -> Html {
            self.0.draw(hooks)
        }
    }

    Draws(piece.clone())
}
